using System.Text.Json.Serialization;

namespace InferBench.Core.Statistics;

/// <summary>A figure with its 95 % interval.</summary>
/// <param name="Value">Point estimate, in the unit of the field that holds it.</param>
/// <param name="Low">Lower end; null where the samples cannot support an interval.</param>
/// <param name="High">Upper end; null where the samples cannot support an interval, or where it is unbounded.</param>
public sealed record Estimate(double Value, double? Low, double? High)
{
    /// <summary>Larger distance from the value to an end, as a fraction of the value; null without an interval.</summary>
    [JsonIgnore]
    public double? RelativeHalfWidth =>
        Low is { } low && High is { } high && Value != 0 ? Math.Max(Value - low, high - Value) / Math.Abs(Value) : null;

    /// <summary>The same figure in another unit.</summary>
    public Estimate Times(double factor) => new(Value * factor, Low * factor, High * factor);

    /// <summary><paramref name="numerator"/> divided by this figure; the ends change places. A lower end at or below zero leaves the result unbounded.</summary>
    public Estimate Inverted(double numerator) =>
        new(numerator / Value, High is { } high ? numerator / high : null, Low is > 0 and var low ? numerator / low : null);
}
