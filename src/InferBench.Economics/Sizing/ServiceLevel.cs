using System.Globalization;
using InferBench.Core.Statistics;

namespace InferBench.Economics.Sizing;

/// <summary>What a user must be promised.</summary>
/// <param name="TtftNs">Limit of the time to the first token; null for none.</param>
/// <param name="TpotNs">Limit of the time for each further token; null for none.</param>
/// <param name="Percentile">Which percentile is held to the limits: 50, 90, 95 or 99; null for the mean.</param>
public sealed record ServiceLevel(long? TtftNs, long? TpotNs, int? Percentile)
{
    /// <summary>Percentiles that a run states.</summary>
    public static IReadOnlyList<int> Percentiles { get; } = [50, 90, 95, 99];

    /// <summary>The figure that is held to a limit, in words.</summary>
    public string Statistic => Percentile is { } percent ? string.Create(CultureInfo.InvariantCulture, $"P{percent}") : "mean";

    /// <summary>The figure that is held to a limit; null where the samples cannot support that percentile.</summary>
    public double? Of(Distribution distribution) => Percentile switch
    {
        null => distribution.Mean.Value,
        50 => distribution.P50,
        90 => distribution.P90,
        95 => distribution.P95,
        99 => distribution.P99,
        _ => null,
    };
}
