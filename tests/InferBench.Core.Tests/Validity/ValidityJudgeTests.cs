using InferBench.Core.Metrics;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Validity;

namespace InferBench.Core.Tests.Validity;

public sealed class ValidityJudgeTests
{
    private static readonly Cell Cell = new("m", "fp32", "cpu", 1, 16, 2, 2);

    [Fact]
    public void Judge_SteadyCell_IsValid()
    {
        var report = Judge(Cell, Measurement(Steady(8)));

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Empty(report.Reasons);
    }

    [Fact]
    public void Judge_FourOperations_IsSuspect() => Assert.Contains("only 4 operations", Suspect(Cell, Measurement(Steady(4))), StringComparison.Ordinal);

    [Fact]
    public void Judge_WideInterval_IsSuspect() =>
        Assert.Contains("wider than 5 %", Suspect(Cell, Measurement([.. Steady(5), Sample(20, 40)])), StringComparison.Ordinal);

    [Fact]
    public void Judge_IntervalWithoutUpperBound_IsSuspect() =>
        Assert.Contains("no upper bound", Suspect(Cell, Measurement([.. Steady(5), Sample(20, 4000)])), StringComparison.Ordinal);

    [Fact]
    public void Judge_Fp16OnTheCpu_IsSuspect() =>
        Assert.Contains("fp16 on the CPU", Suspect(Cell with { Precision = "fp16" }, Measurement(Steady(8))), StringComparison.Ordinal);

    [Fact]
    public void Judge_Fp16OnCuda_IsValid() => Assert.Equal(Verdict.Valid, Judge(Cell with { Precision = "fp16", Provider = "cuda" }, Measurement(Steady(8))).Verdict);

    [Fact]
    public void Judge_AllocatingHarness_IsSuspect() =>
        Assert.Contains("100 managed bytes", Suspect(Cell, Measurement(Steady(8)) with { ManagedBytesPerToken = 100 }), StringComparison.Ordinal);

    [Theory]
    [InlineData(0.5, 0, 2)]
    [InlineData(0, 0.2, 2)]
    [InlineData(7.5, 0, 8)]
    public void Judge_CoresTakenByOthers_IsSuspect(double others, double stolen, int cores) =>
        Assert.Contains("of the 2 cores that this cell wanted", Suspect(Cell, Busy(others, stolen, cores)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0.05, 0.01, 2)]
    [InlineData(5, 0, 8)]
    public void Judge_CoresToSpare_IsValid(double others, double stolen, int cores) =>
        Assert.Equal(Verdict.Valid, Judge(Cell, Busy(others, stolen, cores)).Verdict);

    [Fact]
    public void Judge_OutputThatChanges_IsInvalid()
    {
        var report = Judge(Cell, Measurement(Steady(8)) with { OutputStable = false, ManagedBytesPerToken = 100 });

        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.Equal(2, report.Reasons.Count);
    }

    [Fact]
    public void Judge_ShortOutput_IsInvalid()
    {
        var report = Judge(Cell with { GeneratedTokens = 3 }, Measurement(Steady(8)));

        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.Contains("generated 2 of 3", report.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_SteadyOneShotCell_IsValid() => Assert.Equal(Verdict.Valid, JudgeItems(Items(Steady(8))).Verdict);

    [Fact]
    public void Judge_OneShotOutputThatChanges_IsInvalid()
    {
        var report = JudgeItems(Items(Steady(8)) with { OutputStable = false });

        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.Equal(["operations on the same inputs returned different outputs"], report.Reasons);
    }

    [Theory]
    [InlineData(true, "the harness allocated 400 managed bytes for each operation")]
    [InlineData(false, "inputs or outputs of this model cannot be bound to memory, so each operation allocates its outputs, and 400 managed bytes, within the measured time")]
    public void Judge_OneShotThatAllocates_SaysWhose(bool bound, string reason)
    {
        var measurement = Items(Steady(8)) with { ManagedBytesPerToken = 400 };

        var report = JudgeItems(measurement with { OneShot = measurement.OneShot! with { Bound = bound } });

        Assert.Equal(Verdict.Suspect, report.Verdict);
        Assert.Equal([reason], report.Reasons);
    }

    [Fact]
    public void Judge_OneShotWithAWideInterval_NamesTheItemRate() =>
        Assert.Contains("interval of the item rate", Assert.Single(JudgeItems(Items([.. Steady(5), Sample(20, 40)])).Reasons), StringComparison.Ordinal);

    private static ValidityReport JudgeItems(CellMeasurement measurement)
    {
        var cell = Cell with { PromptTokens = null, GeneratedTokens = null };
        return ValidityJudge.Judge(cell, measurement, ItemMetricsCalculator.Compute(cell, measurement.Samples), MeasureSettings.Defaults);
    }

    private static CellMeasurement Items(IReadOnlyList<OperationSample> samples) =>
        Measurement(samples) with { OutputIds = null, DistinctOutputIds = null, KvCacheBytes = null, OneShot = new OneShotReport("x=float32[1]", InputSource.MadeUp, [], Bound: true) };

    private static string Suspect(Cell cell, CellMeasurement measurement)
    {
        var report = Judge(cell, measurement);
        Assert.Equal(Verdict.Suspect, report.Verdict);
        return Assert.Single(report.Reasons);
    }

    private static ValidityReport Judge(Cell cell, CellMeasurement measurement) =>
        ValidityJudge.Judge(cell, measurement, DecoderMetricsCalculator.Compute(cell, measurement.Samples), MeasureSettings.Defaults);

    private static CellMeasurement Busy(double others, double stolen, int cores) =>
        Measurement(Steady(8)) with { Contention = new CpuContention(2, others, stolen, cores) };

    private static IReadOnlyList<OperationSample> Steady(int count) => [.. Enumerable.Range(0, count).Select(i => Sample(10, 20 + (i % 2 * 0.1)))];

    private static OperationSample Sample(double first, double last) => new(0, [(long)(first * 1e6), (long)(last * 1e6)]);

    private static CellMeasurement Measurement(IReadOnlyList<OperationSample> samples) =>
        new(samples, new WarmupReport(2, 1, true), StopReason.Interval, [1, 2], true, 2, 0, 0, null, null, 1);
}
