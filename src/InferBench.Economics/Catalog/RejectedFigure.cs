using System.ComponentModel;

namespace InferBench.Economics.Catalog;

/// <summary>A figure in circulation that the catalog does not use, and why.</summary>
public sealed record RejectedFigure
{
    [Description("What it was said of: a device and field, or an offer.")]
    public required string Subject { get; init; }

    [Description("The figure as printed.")]
    public required string Figure { get; init; }

    [Description("Who prints it.")]
    public required string Source { get; init; }

    [Description("What is used instead.")]
    public required string Used { get; init; }

    [Description("Why.")]
    public required string Reason { get; init; }
}
