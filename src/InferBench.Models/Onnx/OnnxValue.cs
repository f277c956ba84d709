namespace InferBench.Models.Onnx;

/// <summary>A graph input or output.</summary>
/// <param name="Name">Its name, as sessions use it.</param>
/// <param name="ElementType">Element type of a tensor; null for sequences, maps and optionals.</param>
/// <param name="Dims">Dimensions of a tensor; null when it declares no shape (any rank), empty for a scalar.</param>
/// <param name="Kind">What it is: <c>tensor</c>, <c>sparse tensor</c>, <c>sequence</c>, <c>map</c>, <c>optional</c> or <c>unknown</c>.</param>
public sealed record OnnxValue(string Name, OnnxElementType? ElementType, IReadOnlyList<OnnxDim>? Dims, string Kind)
{
    public override string ToString() =>
        ElementType is { } type ? $"{Name}: {type.ShortName()}[{(Dims is null ? "..." : string.Join(", ", Dims))}]" : $"{Name}: {Kind}";
}
