using System.Globalization;

namespace InferBench.Models.Onnx;

/// <summary>One dimension of a graph input or output: fixed, named, or neither.</summary>
/// <param name="Value">The fixed size; null when it is decided at run time.</param>
/// <param name="Name">The symbol of a dynamic size, such as <c>batch_size</c>; null when it has none.</param>
public readonly record struct OnnxDim(long? Value, string? Name)
{
    public override string ToString() => Value?.ToString(CultureInfo.InvariantCulture) ?? Name ?? "?";
}
