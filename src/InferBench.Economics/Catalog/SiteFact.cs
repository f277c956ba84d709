using System.ComponentModel;
using System.Text.Json.Serialization;

namespace InferBench.Economics.Catalog;

/// <summary>A figure about the place where machines stand: electricity, cooling, space, staff, lifetimes, use.</summary>
public sealed record SiteFact
{
    [Description("Identity, such as electricity-us-commercial.")]
    public required string Id { get; init; }

    [Description("What it is, in words.")]
    public string? Name { get; init; }

    [Description("Figures seen, one for each day of looking.")]
    public required IReadOnlyList<Fact> Values { get; init; }

    [JsonIgnore]
    public bool Overridden => Values.Any(value => value.Overridden);

    /// <summary>The figure that was last seen by that day, else the first; null where none can be used.</summary>
    public Fact? At(DateOnly day)
    {
        var usable = Values.Where(value => value.IsUsable).OrderBy(value => value.AsOf.Earliest).ToList();
        return usable.LastOrDefault(value => value.AsOf.Earliest <= day) ?? usable.FirstOrDefault();
    }
}
