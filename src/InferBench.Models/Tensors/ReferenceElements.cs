using System.Globalization;
using System.Text.Json;
using InferBench.Models.Onnx;

namespace InferBench.Models.Tensors;

/// <summary>The values that a reference lists, as a vector of the tensor's type.</summary>
internal static class ReferenceElements
{
    /// <exception cref="ModelFormatException">A value is not of the type.</exception>
    public static HostTensor Read(OnnxElementType type, IReadOnlyList<JsonElement> values, string label)
    {
        long[] dims = [values.Count];
        return type switch
        {
            OnnxElementType.String => HostTensor.OfStrings(dims, [.. values.Select(v =>
                v.ValueKind == JsonValueKind.String ? v.GetString()! : throw Wrong(type, v, label))]),

            // Integers of 64 bits do not fit a double.
            OnnxElementType.Int64 => HostTensor.OfInt64(dims, [.. values.Select(v =>
                v.ValueKind == JsonValueKind.Number && v.TryGetInt64(out var number) ? number : throw Wrong(type, v, label))]),
            _ => Numbers(type, dims, values, label),
        };
    }

    private static HostTensor Numbers(OnnxElementType type, long[] dims, IReadOnlyList<JsonElement> values, string label)
    {
        try
        {
            return HostTensor.OfNumbers(type, dims, [.. values.Select(v => Number(type, v, label))]);
        }
        catch (OverflowException e)
        {
            throw new ModelFormatException($"{label}: {type.Name()} cannot hold one of the first values", e);
        }
    }

    // JSON has no word for NaN: JavaScript writes null, Python writes the names.
    private static double Number(OnnxElementType type, JsonElement value, string label) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var number) && (type.IsFloating() || number == Math.Floor(number)) => number,
        JsonValueKind.True when type == OnnxElementType.Bool => 1,
        JsonValueKind.False when type == OnnxElementType.Bool => 0,
        JsonValueKind.Null when type.IsFloating() => double.NaN,
        JsonValueKind.String when type.IsFloating()
            && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var named) => named,
        _ => throw Wrong(type, value, label),
    };

    private static ModelFormatException Wrong(OnnxElementType type, JsonElement value, string label)
    {
        var text = value.GetRawText();
        return new ModelFormatException($"{label}: {(text.Length > 40 ? text[..40] : text)} is no {type.Name()}");
    }
}
