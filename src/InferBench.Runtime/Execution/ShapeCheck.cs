using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>Holds values against declared kinds, element types, ranks and fixed dimensions. Symbols are free: each run decides them.</summary>
public static class ShapeCheck
{
    /// <summary>What does not fit, such as <c>float32[1x3] where float32[1x4] is declared</c>; null where all fits.</summary>
    public static string? Problem(ValueType declared, HostValue value) => Fits(declared, value) ? null : $"{value} where {declared} is declared";

    private static bool Fits(ValueType declared, HostValue value) => (declared.Kind, value) switch
    {
        (ValueKind.Tensor, HostTensor tensor) => tensor.ElementType == declared.ElementType && FitsShape(declared, tensor.Dims),
        (ValueKind.Sequence, HostSequence sequence) => declared.Element is not { } element || sequence.Items.All(item => Fits(element, item)),
        (ValueKind.Map, HostMap map) => map.Keys.ElementType == declared.KeyType
            && (declared.Element?.ElementType is not { } type || map.Values.ElementType == type),
        _ => false,
    };

    private static bool FitsShape(ValueType declared, IReadOnlyList<long> dims) =>
        declared.Dims is not { } expected
        || (expected.Count == dims.Count && expected.Zip(dims).All(pair => pair.First.Value is not { } size || size == pair.Second));
}
