using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Metrics;
using InferBench.Core.Plans;
using InferBench.Core.Samples;

namespace InferBench.Core.Tests.Metrics;

public sealed class ItemMetricsCalculatorTests
{
    private static readonly Cell Cell = new("m", "fp32", "cpu", Batch: 4, PromptTokens: null, GeneratedTokens: null, Threads: 2);

    [Fact]
    public void Compute_TwoOperations_IsItemsOverTotalTime()
    {
        var metrics = ItemMetricsCalculator.Compute(Cell, [Sample(10), Sample(30)]);

        // 8 items in 40 ms; the mean of the two rates would be 267.
        Assert.Equal(200, metrics.ItemsPerSecond.Value, 9);
        Assert.Equal(2, metrics.Operations);
        Assert.Equal(20e6, metrics.LatencyNs.Mean.Value);
        Assert.Null(metrics.InputTokensPerSecond);
    }

    [Fact]
    public void Compute_Interval_IsTakenOnTimePerItemAndThenInverted()
    {
        var metrics = ItemMetricsCalculator.Compute(Cell, [Sample(10), Sample(11), Sample(12)]);

        // Student's t of 2 degrees of freedom at 95 % is 4.3027: 11 ms ± 4.3027 × 1 / √3 = 2.4841 ms.
        Assert.Equal(4 / 0.0134841, metrics.ItemsPerSecond.Low!.Value, 0.01);
        Assert.Equal(4 / 0.0085159, metrics.ItemsPerSecond.High!.Value, 0.01);
    }

    [Fact]
    public void Compute_OneOperation_HasNoInterval()
    {
        var rate = ItemMetricsCalculator.Compute(Cell, [Sample(10)]).ItemsPerSecond;

        Assert.Equal((null, null), (rate.Low, rate.High));
    }

    [Fact]
    public void Compute_Encoder_CountsTheTokensItReads()
    {
        var metrics = ItemMetricsCalculator.Compute(Cell with { PromptTokens = 128 }, [Sample(10), Sample(30)]);

        Assert.Equal(200 * 128, metrics.InputTokensPerSecond!.Value, 6);
    }

    [Fact]
    public void Compute_AnyTimes_RateTimesTimeIsTheItems() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt[]>().Filter(times => times.Length > 0),
        times => Math.Abs((ItemMetricsCalculator.Compute(Cell, [.. times.Select(time => Sample(time.Get))]).ItemsPerSecond.Value * times.Sum(time => time.Get / 1e3)) - (4 * times.Length))
            < 1e-6 * 4 * times.Length).QuickCheckThrowOnFailure();

    private static OperationSample Sample(double milliseconds) => new(0, [(long)(milliseconds * 1e6)]);
}
