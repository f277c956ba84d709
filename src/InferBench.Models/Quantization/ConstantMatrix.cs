using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>A constant seen as a matrix, through the operators that only turn it or give it another shape.</summary>
/// <param name="Name">The stored tensor's name.</param>
/// <param name="Tensor">The stored tensor.</param>
/// <param name="Rows">Rows as stored.</param>
/// <param name="Columns">Columns as stored.</param>
/// <param name="Transposed">Whether its reader sees it turned round.</param>
internal sealed record ConstantMatrix(string Name, TensorProto Tensor, int Rows, int Columns, bool Transposed)
{
    private const int LongestChain = 8;

    /// <summary>The matrix behind a value; null where the value is no constant matrix, with the reason in few words.</summary>
    public static ConstantMatrix? Find(GraphIndex index, string name, out string reason)
    {
        var view = View(index, name, LongestChain);
        reason = view is null ? "not constant" : "not a matrix";
        if (view is not { Dims: [> 0 and <= int.MaxValue, > 0 and <= int.MaxValue] dims } found)
        {
            return null;
        }

        var (rows, columns) = ((int)dims[0], (int)dims[1]);
        return new ConstantMatrix(
            found.Name, found.Tensor, found.Transposed ? columns : rows, found.Transposed ? rows : columns, found.Transposed);
    }

    private static (string Name, TensorProto Tensor, long[] Dims, bool Transposed)? View(GraphIndex index, string name, int hops)
    {
        if (index.Constant(name) is { } tensor)
        {
            return (name, tensor, [.. tensor.Dims], false);
        }

        if (hops == 0 || index.Producer(name) is not { } node || !node.IsStandard() || node.Input.Count == 0 || View(index, node.Input[0], hops - 1) is not { } inner)
        {
            return null;
        }

        return node.OpType switch
        {
            "Identity" => inner,
            "Transpose" when inner.Dims.Length == 2 && Turns(node) => (inner.Name, inner.Tensor, [inner.Dims[1], inner.Dims[0]], !inner.Transposed),
            "Reshape" when !inner.Transposed && index.Integers(node.InputAt(1)) is { } shape && Reshaped(inner.Dims, shape) is { } dims =>
                (inner.Name, inner.Tensor, dims, false),
            _ => null,
        };
    }

    private static bool Turns(NodeProto transpose) => transpose.Attribute("perm") is not { } perm || (perm.Ints.Count == 2 && perm.Ints[0] == 1);

    private static long[]? Reshaped(long[] dims, long[] shape)
    {
        var result = shape.Select((size, i) => size == 0 && i < dims.Length ? dims[i] : size).ToArray();
        var elements = dims.Aggregate(1L, (product, dim) => product * dim);
        var known = result.Where(d => d != -1).Aggregate(1L, (product, dim) => product * dim);
        if (Array.IndexOf(result, -1) is var open and >= 0 && known > 0)
        {
            result[open] = elements / known;
            known *= result[open];
        }

        return known == elements && result.All(d => d > 0) ? result : null;
    }
}
