namespace InferBench.Models.Tokenizers;

/// <summary>What becomes of the delimiters where text is split.</summary>
internal enum SplitBehavior
{
    Removed,
    Isolated,
    MergedWithPrevious,
    MergedWithNext,
    Contiguous,
}
