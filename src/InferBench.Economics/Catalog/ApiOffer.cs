using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;

namespace InferBench.Economics.Catalog;

/// <summary>What a provider asks for a model's tokens, for some prompt lengths, hours and days.</summary>
public sealed record ApiOffer
{
    public required string Provider { get; init; }

    [Description("The provider's name of the model.")]
    public required string Model { get; init; }

    [Description("Whether the model's weights can be had, so that it can be run by oneself.")]
    public bool OpenWeights { get; init; }

    [Description("Name of the weights across providers, such as llama-3.3-70b; null where nobody else serves them.")]
    public string? Weights { get; init; }

    [Description("Prompt lengths that the offer is for; null where it is for all.")]
    public ContextTier? Context { get; init; }

    [Description("Hours that the offer is for; null where it is for all.")]
    public TimeBand? Hours { get; init; }

    public FactStatus Status { get; init; }

    [Description("Day from which the price holds; null where it was not said.")]
    public DateOnly? EffectiveFrom { get; init; }

    [Description("First day on which the price no longer holds; null where no end is known.")]
    public DateOnly? EffectiveUntil { get; init; }

    [Description("USD/1M tokens.")]
    public Fact? Input { get; init; }

    [Description("USD/1M tokens; null where it was not seen.")]
    public Fact? Output { get; init; }

    [Description("USD/1M tokens read from the prompt cache; null where there is no such price.")]
    public Fact? CacheRead { get; init; }

    [Description("USD/1M tokens written to the prompt cache for its shortest time.")]
    public Fact? CacheWrite { get; init; }

    [Description("USD/1M tokens written to the prompt cache for an hour.")]
    public Fact? CacheWriteHour { get; init; }

    /// <summary>The offers of one model share it; tiers, hours and days come after it in <see cref="Id"/>.</summary>
    [JsonIgnore]
    public string ModelId => $"{Provider}/{Model}";

    /// <summary>Identity: an entry of a user's file with the same one replaces the built-in entry.</summary>
    [JsonIgnore]
    public string Id => string.Create(
        CultureInfo.InvariantCulture,
        $"{ModelId}{Tier}{(Hours is null ? "" : Hours.Outside ? "#off-peak" : "#peak")}{(EffectiveFrom is { } from ? $"@{from:yyyy-MM-dd}" : "")}");

    /// <summary>Every price of the offer, in the order of this record.</summary>
    [JsonIgnore]
    public IEnumerable<Fact> Prices => new[] { Input, Output, CacheRead, CacheWrite, CacheWriteHour }.OfType<Fact>();

    [JsonIgnore]
    public bool Overridden => Prices.Any(price => price.Overridden);

    private string Tier => Context switch
    {
        { MaxInputTokens: { } most } => string.Create(CultureInfo.InvariantCulture, $"#to-{most}"),
        { MinInputTokens: { } least } => string.Create(CultureInfo.InvariantCulture, $"#from-{least}"),
        _ => "",
    };

    public bool IsInForce(DateOnly day) => (EffectiveFrom is not { } from || from <= day) && (EffectiveUntil is not { } until || day < until);
}
