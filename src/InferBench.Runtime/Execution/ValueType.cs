using InferBench.Models.Onnx;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>The type of an input or output as the model declares it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="ElementType">Of a tensor.</param>
/// <param name="Dims">Of a tensor; null where the model declares no shape, empty for a scalar.</param>
/// <param name="KeyType">Of a map.</param>
/// <param name="Element">What a sequence holds, or a map's values.</param>
/// <param name="Unsupported">The format's word for a kind that is neither fed nor read; null for all others.</param>
public sealed record ValueType(
    ValueKind Kind,
    OnnxElementType? ElementType = null,
    IReadOnlyList<OnnxDim>? Dims = null,
    OnnxElementType? KeyType = null,
    ValueType? Element = null,
    string? Unsupported = null)
{
    public override string ToString() => Kind switch
    {
        ValueKind.Tensor => $"{ElementType?.Name()}[{(Dims is null ? "..." : Dims.Count == 0 ? "scalar" : string.Join('x', Dims))}]",
        ValueKind.Sequence => $"sequence of {Element}",
        ValueKind.Map => $"map from {KeyType?.Name()} to {Element?.ElementType?.Name() ?? Element?.ToString()}",
        _ => Unsupported ?? "unknown",
    };
}
