using System.Text.Json.Serialization;
using InferBench.Core.Scenarios;

namespace InferBench.Core.Loads;

/// <summary>What a worker measured in one run of a scenario.</summary>
/// <param name="Settings">As applied.</param>
/// <param name="Run">Raw times; tokens where the model is a decoder.</param>
/// <param name="LatenessNs">How late each batch was started through the harness itself; null but in Server, where alone a time is due.</param>
/// <param name="Batches">Each size that was made, also where it was not used.</param>
/// <param name="BusyNs">Nanoseconds in which a batch was being run.</param>
/// <param name="MaxWaiting">Waiting queries at which no more were to be issued; null for no limit.</param>
/// <param name="EndedEarly">Whether that many were waiting, so that the rest of the queries was not issued.</param>
public sealed record LoadRecord(
    ScenarioSettings Settings,
    ScenarioRun Run,
    IReadOnlyList<long>? LatenessNs,
    IReadOnlyList<BatchUse> Batches,
    long BusyNs,
    long? MaxWaiting,
    bool EndedEarly)
{
    /// <summary>From the run's start until its last query was done.</summary>
    [JsonIgnore]
    public double DoneSeconds => (Run.FinalQueryDoneNs ?? Run.LatenciesNs.Max()) / 1e9;

    /// <summary>Share of the run in which a batch was being run.</summary>
    [JsonIgnore]
    public double Utilization => DoneSeconds > 0 ? BusyNs / 1e9 / DoneSeconds : 0;

    /// <summary>Samples that were done in a second, from the run's start.</summary>
    [JsonIgnore]
    public double SamplesPerSecond => Run.LatenciesNs.Count / DoneSeconds;

    /// <summary>Tokens that were generated in a second, from the run's start; null where the model is no decoder.</summary>
    [JsonIgnore]
    public double? OutputTokensPerSecond => Run.Tokens is { } tokens ? tokens.Counts.Sum() / DoneSeconds : null;
}
