using System.ComponentModel;
using System.Text.Json.Serialization;

namespace InferBench.Economics.Catalog;

/// <summary>One figure with where it comes from, when it held, and how far it can be trusted.</summary>
public record Fact
{
    [Description("The figure, in the unit beside it; null where it is known that there is none, such as FP8 on a chip without it, and where the fact is words.")]
    public double? Value { get; init; }

    [Description("The fact, where it is words and no figure.")]
    public string? Text { get; init; }

    [Description("Unit of the value. GB is 1e9 bytes; matmul rates are dense.")]
    public string Unit { get => field ?? ""; init; }

    [Description("Id of a source in the catalog, or, in a file of one's own, where the figure comes from, such as \"own quote\".")]
    public string Source { get => field ?? ""; init; }

    [Description("When the figure was true or was looked up, as exact as is known.")]
    public PartialDate AsOf { get => field ?? PartialDate.Undated; init; }

    [Description("high, medium, low, derived (computed from other figures) or recalled (no source was found); high where a file of one's own does not say.")]
    public Confidence Confidence { get; init; }

    [Description("True where another figure for the same thing is the one to use: kept, shown, not computed with.")]
    public bool? Alternative { get; init; }

    [Description("What a reader has to know beside the figure.")]
    public string? Note { get; init; }

    /// <summary>True where the figure is from the user's own file.</summary>
    [JsonIgnore]
    public bool Overridden { get; init; }

    /// <summary>The value in its quantity's base unit: bytes, bytes/s, operations/s, watts, US dollars; null where there is none or the unit is unknown.</summary>
    [JsonIgnore]
    public double? BaseValue => Value is { } value && CatalogUnit.Find(Unit) is { } unit ? value * unit.Factor : null;

    /// <summary>True where it may be computed with: there is a figure, and no other is the one to use.</summary>
    [JsonIgnore]
    public bool IsUsable => Value is not null && Alternative is not true;
}
