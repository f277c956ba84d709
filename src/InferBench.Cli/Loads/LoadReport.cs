using InferBench.Core.Loads;
using InferBench.Core.Runs;
using InferBench.Core.Scenarios;
using InferBench.Economics.Costs;

namespace InferBench.Cli.Loads;

/// <summary>A scenario that was run, or a search of several.</summary>
/// <param name="Header">What was driven, where and when.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Session">The loaded session as applied.</param>
/// <param name="Probes">Every run that ended, in order; at least one. Without a search it is the one.</param>
internal sealed record LoadReport(LoadHeader Header, LoadRequest Request, SessionReport? Session, IReadOnlyList<LoadProbe> Probes)
{
    /// <summary>The run that counts: of a search the one at the highest valid rate, or, where none is valid, at the lowest rate.</summary>
    public LoadProbe Chosen => Best ?? Probes.MinBy(probe => probe.Record.Settings.TargetQps)!;

    /// <summary>Null where no run is valid.</summary>
    public LoadProbe? Best => Probes.Where(probe => probe.Result.Valid).MaxBy(probe => probe.Record.Settings.TargetQps);

    /// <summary>The lowest rate above the best that was tried and is not valid, in queries per second; null where there is none, so that the system may be faster still.</summary>
    public double? LowestInvalidQps => Best is not { } best ? null : Probes
        .Where(probe => !probe.Result.Valid && probe.Record.Settings.TargetQps > best.Record.Settings.TargetQps)
        .Min(probe => (double?)probe.Record.Settings.TargetQps);

    public CostUnit Unit => Chosen.Record.Run.Tokens is null ? CostUnit.Items : CostUnit.OutputTokens;

    /// <summary>US dollars per million output tokens or items, at the rate that was completed.</summary>
    public double UsdPerMillion
    {
        get
        {
            var record = Chosen.Record;
            return record.OutputTokensPerSecond is { } tokens
                ? TokenCost.UsdPerMillionOutputTokens(Header.Price.UsdPerHour, new(tokens, null, null)).Value
                : ItemCost.UsdPerMillionItems(Header.Price.UsdPerHour, new(record.SamplesPerSecond, null, null)).Value;
        }
    }
}
