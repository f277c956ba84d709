using System.ComponentModel;

namespace InferBench.Economics.Catalog;

/// <summary>Where figures of the catalog come from.</summary>
public sealed record CatalogSource
{
    public required string Id { get; init; }

    [Description("Address, or what it was where no address was kept.")]
    public required string Reference { get; init; }

    [Description("Date of the source.")]
    public PartialDate AsOf { get => field ?? PartialDate.Undated; init; }

    [Description("What kind of source it is, such as vendor-page or community-catalog.")]
    public string? Kind { get; init; }

    public Confidence Reliability { get; init; }

    public string? Note { get; init; }
}
