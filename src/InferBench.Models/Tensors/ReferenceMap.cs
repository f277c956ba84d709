namespace InferBench.Models.Tensors;

/// <summary>What a map should be. The order of keys does not matter.</summary>
public sealed record ReferenceMap(ReferenceTensor Keys, ReferenceTensor Values) : ReferenceValue;
