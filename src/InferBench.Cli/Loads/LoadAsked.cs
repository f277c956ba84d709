using InferBench.Core.Plans;
using InferBench.Core.Scenarios;

namespace InferBench.Cli.Loads;

/// <summary>What the command line asks of a scenario; null is what it does not say.</summary>
/// <param name="Plan">One model, and how it is fed.</param>
/// <param name="Scenario">How load is applied.</param>
internal sealed record LoadAsked(Plan Plan, LoadScenario Scenario)
{
    /// <summary>Mean arrivals per second in Server; expected samples per second in Offline.</summary>
    public double? Qps { get; init; }

    /// <summary>The latency percentile that counts, in per cent.</summary>
    public double? Percentile { get; init; }

    public long? TargetLatencyNs { get; init; }

    public long? TtftNs { get; init; }

    public long? TpotNs { get; init; }

    public long? MinDurationNs { get; init; }

    public long? MinQueries { get; init; }

    public int? MaxBatch { get; init; }

    public long? MaxWaitNs { get; init; }

    public long? SamplesPerQuery { get; init; }

    /// <summary>Seed of the arrivals and of which prompts are asked for.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Whether the highest valid Server rate is searched for.</summary>
    public bool Search { get; init; }
}
