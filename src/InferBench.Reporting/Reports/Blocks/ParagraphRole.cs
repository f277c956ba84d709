namespace InferBench.Reporting.Reports.Blocks;

internal enum ParagraphRole
{
    Plain,

    /// <summary>The answer: what is read if nothing else is.</summary>
    Lead,

    /// <summary>Where a figure comes from, what was left out.</summary>
    Muted,

    /// <summary>What speaks against believing the rest.</summary>
    Warning,
}
