using System.Globalization;
using InferBench.Models.Onnx;

namespace InferBench.Models.Tensors;

/// <summary>What a shape takes, computed before anything of that size is allocated.</summary>
public static class TensorShape
{
    /// <summary>The largest tensor that is fed or compared: larger ones are weights, not inputs.</summary>
    public const long MostBytes = 1L << 30;

    private const int HighestRank = 64;
    private const int StringReference = 8;

    /// <summary>Elements of a shape; null where a dimension is negative, or where the tensor would be larger than <see cref="MostBytes"/>.</summary>
    public static long? Elements(OnnxElementType type, IReadOnlyList<long> dims)
    {
        if (dims.Count > HighestRank || dims.Any(dim => dim < 0))
        {
            return null;
        }

        // A zero anywhere makes the tensor empty, whatever the others say.
        Int128 elements = dims.Contains(0) ? 0 : 1;
        foreach (var dim in dims)
        {
            elements *= dim;
            if (elements * Size(type) > MostBytes)
            {
                return null;
            }
        }

        return (long)elements;
    }

    /// <summary>Dimensions with <c>x</c> between them; <c>scalar</c> for none.</summary>
    public static string Text(IReadOnlyList<long> dims) =>
        dims.Count == 0 ? "scalar" : string.Join('x', dims.Select(dim => dim.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Bytes of one element; for a string, of the reference to it.</summary>
    internal static int Size(OnnxElementType type) => type.BitsPerElement() / 8 ?? StringReference;
}
