using System.Globalization;

namespace InferBench.Models.Tensors;

/// <summary>A map in ONNX's own form: a tensor of keys (int64 or string) and one of values, of one length, in the order of the runtime.</summary>
public sealed class HostMap : HostValue
{
    /// <exception cref="ArgumentException">Keys and values differ in number.</exception>
    public HostMap(HostTensor keys, HostTensor values)
    {
        if (keys.ElementCount != values.ElementCount)
        {
            throw new ArgumentException("A map needs as many values as keys.", nameof(values));
        }

        (Keys, Values) = (keys, values);
    }

    public HostTensor Keys { get; }

    public HostTensor Values { get; }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"map of {Keys.ElementCount} from {Keys.ElementType.Name()} to {Values.ElementType.Name()}");
}
