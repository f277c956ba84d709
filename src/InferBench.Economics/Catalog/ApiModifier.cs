using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InferBench.Economics.Catalog;

/// <summary>A factor on a provider's prices.</summary>
public sealed record ApiModifier
{
    public required string Provider { get; init; }

    [Description("The model that it is for; null where it is for all of the provider's.")]
    public string? Model { get; init; }

    public required ApiModifierKind Kind { get; init; }

    [Description("Factor on the price of input tokens, and for batch, flex, fast and regional on that of output tokens as well.")]
    public required Fact Factor { get; init; }

    [JsonIgnore]
    public string Id => $"{Provider}/{Model ?? "*"}/{JsonNamingPolicy.KebabCaseLower.ConvertName(Kind.ToString())}";
}
