using InferBench.Core.Runs;
using InferBench.Core.Statistics;
using InferBench.Economics.Sizing;

namespace InferBench.Economics.Tests.Sizing;

/// <summary>Cells made up for a test, with the figures that a sizing rests on.</summary>
internal static class MeasuredCells
{
    public const int Prompt = 128;
    public const int Generated = 64;

    public static MachineCell Of(int batch, double ttftMs, double tpotMs, double usdPerHour = 1, string precision = "fp32", int operations = 10, string? doubt = null) => new(
        "test",
        "a machine",
        new("m", precision, "cpu", batch, Prompt, Generated, 2),
        new HourlyPrice(usdPerHour, "a test", null, Assumed: false),
        [Values(ttftMs, operations)],
        [Values(tpotMs, operations)],
        doubt is null ? [] : [doubt],
        LongestContext: 1_024);

    /// <summary>All alike: percentiles where that many values support one.</summary>
    private static Distribution Values(double ms, int count)
    {
        var value = ms * 1e6;
        double? Supported(double p) => count >= Percentile.NeededCount(p) ? value : null;
        return new Distribution(count, new(value, value, value), value, Supported(0.5), Supported(0.9), Supported(0.95), Supported(0.99), value);
    }
}
