using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Metrics;
using InferBench.Core.Plans;
using InferBench.Core.Samples;

namespace InferBench.Core.Tests.Metrics;

public sealed class DecoderMetricsCalculatorTests
{
    private static readonly Cell Cell = new("m", "fp32", "cpu", Batch: 2, PromptTokens: 100, GeneratedTokens: 3, Threads: 2);

    [Fact]
    public void Compute_TwoOperations_UsesTotalsOverTotalTime()
    {
        // TTFT 10 and 30 ms; two decode steps in 20 and 60 ms; E2E 30 and 90 ms.
        var metrics = DecoderMetricsCalculator.Compute(Cell, [Sample(10, 20, 30), Sample(30, 60, 90)]);

        Assert.Equal(2, metrics.Operations);
        Assert.Equal(20e6, metrics.TtftNs.Mean.Value);
        Assert.Equal(20e6, metrics.TpotNs!.Mean.Value);
        Assert.Equal(2 * 100 * 2 / 0.040, metrics.PrefillTokensPerSecond.Value, 6);
        Assert.Equal(2 * 2 * 2 / 0.080, metrics.DecodeTokensPerSecond!.Value, 6);
        Assert.Equal(2 * 3 * 2 / 0.120, metrics.OutputTokensPerSecond.Value, 6);
        Assert.Equal(50, metrics.PerUserTokensPerSecond!.Value, 6);
        Assert.Equal(4, metrics.ItlNs!.Count);
        Assert.Equal(30e6, metrics.ItlNs.Max);
        Assert.Null(metrics.TtftNs.P50);
    }

    [Fact]
    public void Compute_OneGeneratedToken_HasNoDecodeFigures()
    {
        var metrics = DecoderMetricsCalculator.Compute(Cell, [Sample(10), Sample(12)]);

        Assert.Null(metrics.TpotNs);
        Assert.Null(metrics.ItlNs);
        Assert.Null(metrics.DecodeTokensPerSecond);
        Assert.Null(metrics.PerUserTokensPerSecond);
        Assert.Equal(2 * 2 / 0.022, metrics.OutputTokensPerSecond.Value, 6);
    }

    [Fact]
    public void Compute_FewerTokensThanAsked_CountsWhatWasGenerated()
    {
        var metrics = DecoderMetricsCalculator.Compute(Cell with { GeneratedTokens = 64 }, [Sample(10, 20)]);

        Assert.Equal(2 * 2 / 0.020, metrics.OutputTokensPerSecond.Value, 6);
    }

    [Fact]
    public void Compute_AnySamples_RatesLieInsideTheirIntervalsAndBetweenTheirExtremes()
    {
        var samples = Gen.Choose(1, 1_000_000).ArrayOf(3).Select(steps => Sample(steps[0], steps[0] + steps[1], steps[0] + steps[1] + (double)steps[2]))
            .ArrayOf().Where(list => list.Length > 1).ToArbitrary();

        Prop.ForAll(samples, list =>
        {
            var metrics = DecoderMetricsCalculator.Compute(Cell, list);
            var rate = metrics.OutputTokensPerSecond;
            var each = list.Select(sample => 2 * sample.Generated * 1e9 / sample.EndToEndNs).ToList();

            return rate.Low <= rate.Value && (rate.High is null || rate.Value <= rate.High)
                && rate.Value >= each.Min() * (1 - 1e-9) && rate.Value <= each.Max() * (1 + 1e-9);
        }).QuickCheckThrowOnFailure();
    }

    private static OperationSample Sample(params double[] milliseconds) => new(0, [.. milliseconds.Select(ms => (long)(ms * 1e6))]);
}
