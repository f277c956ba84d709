namespace InferBench.Core.Comparison;

/// <summary>What sets the two sides of a comparison apart; everything else about their cells must be the same.</summary>
public enum ComparisonAxis
{
    /// <summary>One run against another: today against last week, a changed program against the one before.</summary>
    Run,

    /// <summary>One machine against another: providers and threads may differ, the model's file may not.</summary>
    Machine,

    /// <summary>Within each run, one precision against the others.</summary>
    Precision,

    /// <summary>Within each run, one model against the others.</summary>
    Model,
}
