namespace InferBench.Runtime.Execution;

/// <summary>What a model's input or output is.</summary>
public enum ValueKind
{
    Tensor,
    Sequence,
    Map,

    /// <summary>Sparse tensors, optionals and kinds newer than this list: named, but neither fed nor read.</summary>
    Unsupported,
}
