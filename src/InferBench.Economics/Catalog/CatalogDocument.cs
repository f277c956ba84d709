using System.ComponentModel;

namespace InferBench.Economics.Catalog;

/// <summary>A file of the catalog: each built-in file has one of the lists, a user's file any of them.</summary>
/// <remarks>
/// Here and in the records below, what may be absent gets its default where it is read: the generated reader sets every init property, so that
/// the value of an initializer would be lost.
/// </remarks>
public sealed record CatalogDocument
{
    public const int CurrentSchemaVersion = 1;

    [Description("Version of this format; 1.")]
    public int? SchemaVersion { get; init; }

    [Description("Where the figures come from; a user's file may also name its sources in words beside each figure.")]
    public IReadOnlyList<CatalogSource> Sources { get => field ?? []; init; }

    [Description("Devices. In a user's file the facts replace those of the same device and field.")]
    public IReadOnlyList<HardwareSpec> Hardware { get => field ?? []; init; }

    [Description("Hours of GPUs. An entry of a user's file replaces the one of the same provider, GPU, plan, variant, minimum and region.")]
    public IReadOnlyList<CloudOffer> Cloud { get => field ?? []; init; }

    [Description("Tokens. An entry of a user's file replaces the one of the same provider, model, tier, hours and first day.")]
    public IReadOnlyList<ApiOffer> Api { get => field ?? []; init; }

    [Description("Factors on a provider's token prices.")]
    public IReadOnlyList<ApiModifier> ApiModifiers { get => field ?? []; init; }

    [Description("Electricity, cooling, space, staff, lifetimes.")]
    public IReadOnlyList<SiteFact> Site { get => field ?? []; init; }

    [Description("Rates that others published.")]
    public IReadOnlyList<PublishedThroughput> Throughput { get => field ?? []; init; }

    [Description("Figures in circulation that are not used.")]
    public IReadOnlyList<RejectedFigure> Rejected { get => field ?? []; init; }
}
