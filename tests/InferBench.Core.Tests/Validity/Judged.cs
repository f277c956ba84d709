using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Statistics;
using InferBench.Core.Validity;

namespace InferBench.Core.Tests.Validity;

/// <summary>Puts one rule to a made-up cell.</summary>
internal static class Judged
{
    public static readonly Cell Cell = new("m", "fp32", "cpu", 1, 16, 2, 2);

    private static readonly Estimate AnyRate = new(100, 99, 101);

    /// <summary>The words of a rule that looks at samples only, on operations of these milliseconds; null where it has none.</summary>
    public static string? By(IValidityRule rule, IEnumerable<double> milliseconds) =>
        rule.Judge(new Evidence(Cell, Measurement(milliseconds), 2, AnyRate, MeasureSettings.Defaults))?.Reason;

    public static string? By(IValidityRule rule, Cell cell, CellMeasurement measurement) =>
        rule.Judge(new Evidence(cell, measurement, measurement.Samples.Count, AnyRate, MeasureSettings.Defaults))?.Reason;

    public static CellMeasurement Measurement(IEnumerable<double> milliseconds) => new(
        [.. milliseconds.Select(time => new OperationSample(0, [(long)(time * 0.5e6), (long)(time * 1e6)]))],
        new WarmupReport(2, 1, true), StopReason.Interval, [1, 2], true, 2, 0, 0, null, null, 1);
}
