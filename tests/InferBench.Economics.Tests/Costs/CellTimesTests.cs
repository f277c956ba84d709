using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Economics.Costs;

namespace InferBench.Economics.Tests.Costs;

public sealed class CellTimesTests
{
    [Fact]
    public void Of_TwoOperations_DividesTotalsByTotals()
    {
        // By hand: 0.3 s up to first tokens of 2 × 2 × 100 input tokens, 1.5 s after them for 2 × 2 × 10 output tokens.
        var times = CellTimes.Of([Measured.Cell(2, 100, 10, (100, 800), (200, 1000))])!;

        Assert.Equal(0.3 / 400, times.SecondsPerInputToken.Value, 12);
        Assert.Equal(1.5 / 40, times.SecondsPerOutputToken.Value, 12);
        Assert.Equal(1.8 / 40, times.SecondsPerOutputTokenWithInput().Value, 12);
        Assert.Equal(1.8 / 440, times.SecondsPerToken.Value, 12);
        Assert.Equal(1.8 / 4, times.SecondsPerRequest.Value, 12);
        Assert.Equal((10, 10), (times.InputPerOutput, times.OutputPerRequest));
        Assert.Equal(0.3 / 1.8, times.InputShare, 12);
    }

    [Fact]
    public void SecondsPerOutputTokenWithInput_MeasuredRatio_HasTheIntervalOfTheRunsOwnRate()
    {
        var cell = Measured.Cell(4, 128, 64, (100, 800), (120, 900), (90, 850));
        var expected = cell.Metrics!.OutputTokensPerSecond.Inverted(1);

        var seconds = CellTimes.Of([cell])!.SecondsPerOutputTokenWithInput();

        Assert.Equal(expected.Value, seconds.Value, 1e-15);
        Assert.Equal(expected.Low!.Value, seconds.Low!.Value, 1e-15);
        Assert.Equal(expected.High!.Value, seconds.High!.Value, 1e-15);
    }

    [Fact]
    public void SecondsPerOutputTokenWithInput_TwiceTheInput_TakesItsTimeTwice()
    {
        var times = CellTimes.Of([Measured.Cell(1, 100, 10, (100, 800))])!;

        Assert.Equal((0.2 + 0.7) / 10, times.SecondsPerOutputTokenWithInput(20).Value, 12);
        Assert.Equal(0.7 / 10, times.SecondsPerOutputTokenWithInput(0).Value, 12);
    }

    [Fact]
    public void Of_SeveralLaunches_TakesTheirSpreadAndNotTheOperations()
    {
        RunCell Launch(int number, double ttft, double end) =>
            Measured.Cell(new Cell("m", "fp32", "cpu", 1, 100, 10, 2, Launch: number), (ttft, end), (ttft, end));
        var run = Runs.Of(1, Launch(1, 100, 800), Launch(2, 200, 1200));
        var curve = Assert.Single(CostCurves.From(run)).Points[0];

        var seconds = CellTimes.Of(run.Cells)!.SecondsPerOutputTokenWithInput();

        // The run's own curve averages the time per token over launches, each one value.
        Assert.Equal(1 / curve.PerSecond.Value, seconds.Value, 1e-12);
        Assert.Equal(1 / curve.PerSecond.Low!.Value, seconds.High!.Value, 1e-9);
    }

    [Fact]
    public void Of_CellWithoutSamplesOrOneShot_IsNull()
    {
        Assert.Null(CellTimes.Of([Runs.Measured("fp32", 1, 10)]));
        Assert.Null(CellTimes.Of([Runs.Items("fp32", 1, 10)]));
    }

    [Fact]
    public void UnitCosts_AnyOperationsAndBill_AddUpToTheBillToTheCent() => Prop.ForAll(
        Gen.Choose(1, 60_000).Two().NonEmptyListOf().ToArbitrary(),
        (from batch in Gen.Choose(1, 64) from prompt in Gen.Choose(1, 8192) from generated in Gen.Choose(1, 40) select (batch, prompt, generated)).ToArbitrary(),
        Gen.Choose(0, 100_000).ToArbitrary(),
        (operations, shape, centsPerHour) =>
        {
            var (batch, prompt, generated) = shape;
            var cell = Measured.Cell(batch, prompt, generated, [.. operations.Select(pair => ((double)pair.Item1, generated == 1 ? pair.Item1 : pair.Item1 + (double)pair.Item2))]);
            var costs = UnitCosts.Of(CellTimes.Of([cell])!, centsPerHour / 100.0);

            // A year of the machine that does nothing else, billed from the raw nanoseconds and not through any of the ratios.
            var samples = cell.Measurement!.Samples;
            var years = 8760 * 3600 / (samples.Sum(sample => sample.EndToEndNs) / 1e9);
            var bill = centsPerHour / 100.0 * 8760;
            var input = years * samples.Count * batch * prompt / 1e6 * costs.InputPerMillion.Value;
            var output = years * samples.Sum(sample => sample.Generated) * batch / 1e6 * costs.OutputPerMillion.Value;
            return Math.Abs(input + output - bill) < 0.005 && input >= 0 && output >= 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void UnitCosts_DensityAndTask_ScaleWithThem()
    {
        var times = CellTimes.Of([Measured.Cell(1, 100, 10, (100, 1000))])!;

        var costs = UnitCosts.Of(times, 3.6, tokensPerThousandCharacters: 250, requestsPerTask: 4);

        // $3.60 an hour is $0.001 a second: a request takes one, 10 tokens, so a token costs $0.0001.
        Assert.Equal((0.001, 0.004, 0.025), (Math.Round(costs.Request.Value, 12), Math.Round(costs.Task!.Value, 12), Math.Round(costs.ThousandCharacters!.Value, 12)));
        Assert.Null(UnitCosts.Of(times, 3.6).ThousandCharacters);
        Assert.Null(UnitCosts.Of(times, 3.6).Task);
    }
}
