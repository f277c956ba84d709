using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Validity;

namespace InferBench.Core.Comparison;

/// <summary>A cell with all its launches on one side.</summary>
internal sealed class CellLaunches(Cell cell, RunModel? model, IReadOnlyList<RunCell> all)
{
    public Cell Cell => cell;

    public RunModel? Model => model;

    /// <summary>Launches whose figures may stand beside others.</summary>
    public IReadOnlyList<RunCell> Usable { get; } = [.. all.Where(launch => launch.IsUsable)];

    /// <summary>What a one-shot model was fed: other shapes are other work.</summary>
    public string? Inputs => Usable.Select(launch => launch.Measurement?.OneShot?.Inputs).FirstOrDefault();

    /// <summary>Whether it ended without a measurement, for whatever reason; not whether it was never reached.</summary>
    public bool Failed => all.All(launch => launch.Status is CellStatus.Failed or CellStatus.Crashed or CellStatus.TimedOut);

    /// <summary>Why no launch of it can be used, in one line.</summary>
    public string WhyNot => all[0] switch
    {
        { Status: CellStatus.Pending } => "it was not reached before the run was stopped",
        { Status: not CellStatus.Measured } failed => $"it failed: {failed.Error ?? "for an unknown reason"}",
        { Validity: { Verdict: Verdict.Invalid } validity } => $"it is invalid: {string.Join("; ", validity.Reasons)}",
        _ => "it has no figures",
    };

    /// <summary>
    /// Reasons of its usable launches that are not known to be valid; none twice. That an interval is wide is no doubt of a difference which is wider still.
    /// </summary>
    public IEnumerable<string> Doubts => Usable
        .Where(launch => launch.Validity?.Verdict != Verdict.Valid)
        .SelectMany(launch => launch.Validity is { Reasons.Count: > 0 } validity ? validity.Reasons : ["nobody has judged it"])
        .Where(reason => !IntervalTooWideRule.Said(reason))
        .Distinct(StringComparer.Ordinal);

    public IReadOnlyList<MetricReading> Readings(ComparedMetric metric) =>
        [.. Usable.Select(launch => MetricReadings.Of(launch, metric)).OfType<MetricReading>()];
}
