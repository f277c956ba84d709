namespace InferBench.Core.Comparison;

/// <summary>What a comparison found in one metric of one cell.</summary>
public enum DifferenceVerdict
{
    /// <summary>Not significant, or within the practical threshold. It is no proof that there is none.</summary>
    NoDifference,

    /// <summary>Significant, beyond the threshold, and the better way.</summary>
    Better,

    /// <summary>Significant, beyond the threshold, and the worse way.</summary>
    Worse,

    /// <summary>It would be a difference, but a side of it is suspect: measure again.</summary>
    Doubtful,
}
