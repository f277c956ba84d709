namespace InferBench.Models.Tensors;

/// <summary>What a sequence should be.</summary>
public sealed record ReferenceSequence(IReadOnlyList<ReferenceValue> Items) : ReferenceValue;
