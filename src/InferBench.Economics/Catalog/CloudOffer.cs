using System.ComponentModel;
using System.Text.Json.Serialization;

namespace InferBench.Economics.Catalog;

/// <summary>An hour of a GPU from one provider on one plan, with every price seen for it.</summary>
public sealed record CloudOffer
{
    public required string Provider { get; init; }

    [Description("Id of a device; for an index also a family, such as nvidia-h100.")]
    public required string Gpu { get; init; }

    public required CloudPlan Plan { get; init; }

    [Description("Which of the provider's plans of this kind, such as secure; null where there is one.")]
    public string? Variant { get; init; }

    [Description("Fewest GPUs that can be taken at this price.")]
    public int MinGpus { get => field == 0 ? 1 : field; init; }

    public string? Region { get; init; }

    [Description("Day from which the offer holds; null where it was not said.")]
    public DateOnly? EffectiveFrom { get; init; }

    [Description("First day on which the offer no longer holds; null where no end is known.")]
    public DateOnly? EffectiveUntil { get; init; }

    [Description("True for the offer that stands in for this GPU where nobody gave a price.")]
    public bool? Default { get; init; }

    [Description("Prices seen, in USD/GPU-hour, one for each day of looking.")]
    public required IReadOnlyList<Fact> Prices { get; init; }

    /// <summary>Identity: an entry of a user's file with the same one replaces the built-in entry.</summary>
    [JsonIgnore]
    public string Id => $"{Provider}/{Gpu}/{PlanWord}{(Variant is { } variant ? $"-{variant.Replace(' ', '-')}" : "")}{(MinGpus > 1 ? $"-{MinGpus}x" : "")}{(Region is { } region ? $"@{region}" : "")}";

    [JsonIgnore]
    public string PlanWord => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(Plan.ToString());

    /// <summary>Whether somebody sells at this price: an index and a TCO estimate are never mixed with list prices.</summary>
    [JsonIgnore]
    public bool IsPurchasable => Plan is not (CloudPlan.Index or CloudPlan.TcoEstimate);

    [JsonIgnore]
    public bool Overridden => Prices.Any(price => price.Overridden);

    /// <summary>Whether the offer's own dates cover a day.</summary>
    public bool IsInForce(DateOnly day) => (EffectiveFrom is not { } from || from <= day) && (EffectiveUntil is not { } until || day < until);

    /// <summary>The price that was last seen by that day; where it was first seen later, the first. Null where no price can be used.</summary>
    public Fact? PriceAt(DateOnly day)
    {
        var usable = Prices.Where(price => price.IsUsable).OrderBy(price => price.AsOf.Earliest).ToList();
        return usable.LastOrDefault(price => price.AsOf.Earliest <= day) ?? usable.FirstOrDefault();
    }
}
