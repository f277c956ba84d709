using FsCheck;
using FsCheck.Fluent;
using InferBench.Economics.Demand;
using InferBench.Economics.Sizing;

namespace InferBench.Economics.Tests.Sizing;

public sealed class FleetSizerTests
{
    /// <summary>
    /// By hand: batch 4 takes 128 × (400 / 512) + 63 × (20 / 4) = 100 + 315 = 415 ms of a machine for a request; 20 requests in each window of 10 s are 0.83 machines;
    /// at 20 % headroom ⌈0.83 / 0.8⌉ = 2, and one spare. $1 × 3 × 730 a month; 2 requests × 64 tokens a second are 336.4 M output tokens a month.
    /// </summary>
    [Fact]
    public void Answer_SteadyTrace_IsWhatArithmeticSays()
    {
        var answer = FleetSizer.Answer([MeasuredCells.Of(4, ttftMs: 400, tpotMs: 20)], Steady(2), new(new(2_000_000_000, 50_000_000, null)));

        var plan = answer.Plan!;
        Assert.Equal(0.83, plan.PeakLoad, 6);
        Assert.Equal(0.83, plan.MeanLoad, 6);
        Assert.Equal((2, 1, 3), (plan.Needed, plan.Spare, plan.Machines));
        Assert.Equal(0.83 / 3, plan.Utilization, 6);
        Assert.Equal(2_190, plan.UsdPerMonth, 6);
        Assert.Equal(2_190 / (2 * 64 * 3_600 * 730 / 1e6), plan.UsdPerMillionOutput, 6);
        Assert.Equal(4, answer.Twice!.Machines);
    }

    /// <summary>
    /// By hand: a prefill of 100 ms in 415 ms of work; TPOT 20 ms may become 25 ms at most, so prompts may take a fifth of the time: λ ≤ 0.2 / 0.1 s = 2 a second,
    /// a load of 0.83. At 20 % headroom 0.83 / (0.83 · 0.8) = 1.25 machines, so 2, each with prompts for 10 % of its time.
    /// </summary>
    [Fact]
    public void Answer_TightTpot_LoadsMachinesLess()
    {
        var plan = FleetSizer.Answer([MeasuredCells.Of(4, 400, 20)], Steady(2), new(new(null, 25_000_000, null))).Plan!;

        Assert.Equal(0.83, plan.LoadLimit, 6);
        Assert.Equal(2, plan.Needed);
        Assert.Equal(20e6 / 0.9, plan.TpotNs!.Value, 0);
        Assert.StartsWith("TPOT: the prompts of others", plan.Binding, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_BatchOne_IsSlowedByNobody()
    {
        var plan = FleetSizer.Answer([MeasuredCells.Of(1, 100, 10)], Steady(1), new(new(null, 10_100_000, null))).Plan!;

        Assert.Equal(1, plan.LoadLimit);
        Assert.Equal(10e6, plan.TpotNs!.Value, 3);
    }

    [Fact]
    public void Answer_LargerBatchMissesALimit_SaysWhichBinds()
    {
        var answer = FleetSizer.Answer([MeasuredCells.Of(4, 400, 20), MeasuredCells.Of(8, 2_500, 22)], Steady(2), new(new(2_000_000_000, null, null)));

        Assert.Equal("TTFT: batch 8 misses its limit (mean TTFT 2500 ms is not below 2000 ms)", answer.Plan!.Binding);
        Assert.Equal(4, answer.Plan.Cell.Cell.Batch);
    }

    [Fact]
    public void Answer_NothingMeetsTheLimit_NamesTheNearest()
    {
        var answer = FleetSizer.Answer([MeasuredCells.Of(1, 100, 30), MeasuredCells.Of(8, 100, 21)], Steady(2), new(new(null, 20_000_000, null)));

        Assert.Null(answer.Plan);
        Assert.Equal("mean TPOT 21 ms is not below 20 ms", answer.Nearest!.Reason);
    }

    [Fact]
    public void Answer_PercentileWithoutSamples_IsRefusedAndSaysHowManyItNeeds()
    {
        var answer = FleetSizer.Answer([MeasuredCells.Of(1, 100, 10, operations: 10)], Steady(1), new(new(null, 20_000_000, 95)));

        Assert.Null(answer.Plan);
        Assert.Equal("10 operations support no P95 of TPOT, which needs 59", answer.Nearest!.Reason);
    }

    [Fact]
    public void Answer_SuspectCell_AnswersOnlyWhereThatIsAllowed()
    {
        MachineCell[] cells = [MeasuredCells.Of(4, 400, 20, doubt: "drift")];

        Assert.Equal("suspect: drift", FleetSizer.Answer(cells, Steady(1), new(new(null, null, null))).Nearest!.Reason);
        Assert.NotNull(FleetSizer.Answer(cells, Steady(1), new(new(null, null, null), AllowSuspect: true)).Plan);
    }

    [Fact]
    public void Answer_OtherLengths_AreRefusedWithTheShapeToMeasure()
    {
        var demand = new UserDemand(10, 36, 36 * 1_000, 36 * 300, 10);

        var answer = FleetSizer.Answer([MeasuredCells.Of(4, 400, 20)], demand, new(new(null, null, null)));

        Assert.Equal("measured at 128 tokens in and 64 out, asked for 1000 and 300: measure that shape (run --prompt 1000 --gen 300)", answer.Nearest!.Reason);
    }

    [Fact]
    public void Answer_LongRequestsThatDoNotFit_AreRefused()
    {
        TraceRequest[] requests = [.. Enumerable.Range(0, 50).Select(i => new TraceRequest(i, i == 49 ? 1_000 : 120, 60))];

        var answer = FleetSizer.Answer([MeasuredCells.Of(4, 400, 20)], new TraceDemand("t", requests, 10), new(new(null, null, null)));

        Assert.Equal("a long request has 1,060 tokens, and model and memory hold 1,024 for each of 4", answer.Nearest!.Reason);
    }

    [Fact]
    public void Answer_TwoMachines_TakesTheCheaperFleetAndShowsTheOther()
    {
        MachineCell[] cells = [MeasuredCells.Of(4, 400, 20, usdPerHour: 1, precision: "fp32"), MeasuredCells.Of(4, 200, 10, usdPerHour: 3, precision: "int8")];

        var answer = FleetSizer.Answer(cells, Steady(2), new(new(null, null, null), Spare: 0));

        Assert.Equal("fp32", answer.Plan!.Cell.Cell.Precision);
        Assert.Equal("int8", Assert.Single(answer.Others).Cell.Cell.Precision);
    }

    [Fact]
    public void Answer_MoreDemand_NeverTakesFewerMachinesOrLessMoney() => Prop.ForAll<PositiveInt, PositiveInt>((users, more) =>
    {
        var small = Sized(users.Get);
        var large = Sized(users.Get + more.Get);
        return large.Machines >= small.Machines && large.UsdPerMonth >= small.UsdPerMonth;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Answer_MoreHeadroomOrSpare_NeverCostsLess() => Prop.ForAll<PositiveInt, byte, byte>((users, headroom, spare) =>
    {
        var plan = Sized(users.Get, headroom % 90 / 100.0, spare);
        return plan.UsdPerMonth >= Sized(users.Get, 0, 0).UsdPerMonth && Math.Abs(plan.UsdPerMonth - (plan.Machines * 730.0)) < 1e-6;
    }).QuickCheckThrowOnFailure();

    private static FleetPlan Sized(double users, double headroom = 0.2, int spare = 1) =>
        FleetSizer.Answer([MeasuredCells.Of(4, 400, 20)], new UserDemand(users, 60, 60 * 128, 60 * 64, 10), new(new(null, null, null), headroom, spare)).Plan!;

    private static TraceDemand Steady(double perSecond) =>
        new("t", [.. Enumerable.Range(0, 200).Select(i => new TraceRequest(i / perSecond, MeasuredCells.Prompt, MeasuredCells.Generated))], windowSeconds: 10);
}
