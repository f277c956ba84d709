using InferBench.Core.Statistics;
using InferBench.Economics.Demand;
using InferBench.Economics.Sizing;

namespace InferBench.Economics.Tests.Sizing;

/// <summary>
/// The sized fleet, without its spare machine, serves the trace within the limits, and one machine fewer does not. The oracle is <see cref="SimulatedFleet"/>, which knows nothing of
/// windows, headroom or shares. Tolerance: 95 % of the requests have to be within the limits, where the sizing holds means to them.
/// </summary>
public sealed class FleetSimulationTests
{
    private const double TtftLimit = 2;
    private const double TpotLimit = 0.05;

    [Theory]
    [InlineData(4, 400, 20, 9, 1)]
    [InlineData(8, 900, 22, 14, 2)]
    [InlineData(8, 360, 13, 12, 3)]
    [InlineData(2, 90, 6.3, 10, 4)]
    [InlineData(16, 1_500, 30, 20, 5)]
    public void Plan_PoissonTrace_MeetsItsLimitsAndOneMachineFewerThanThePeakTakesDoesNot(int batch, double ttftMs, double tpotMs, double perSecond, long seed)
    {
        var requests = Poisson(perSecond, seconds: 4_000, seed);
        var demand = new TraceDemand("t", requests, windowSeconds: 10);
        var plan = FleetSizer.Answer([MeasuredCells.Of(batch, ttftMs, tpotMs)], demand, new(new((long)(TtftLimit * 1e9), (long)(TpotLimit * 1e9), null), Spare: 0)).Plan!;

        Assert.InRange(Within(SimulatedFleet.Of(plan, plan.Needed), requests), 0.95, 1);

        // Fewer machines than the mean keeps busy cannot do it, whatever the headroom was for.
        var tooFew = (int)Math.Ceiling(plan.MeanLoad) - 1;
        Assert.True(tooFew >= 1 && tooFew < plan.Needed);
        Assert.InRange(Within(SimulatedFleet.Of(plan, tooFew), requests), 0, 0.5);
    }

    /// <summary>Without chance in the arrivals no headroom is needed: the last machine of the formula is the one that makes the difference.</summary>
    [Theory]
    [InlineData(4, 400, 20)]
    [InlineData(8, 360, 13)]
    public void Plan_SteadyTraceWithLittleHeadroom_IsTheFewestMachinesThatDo(int batch, double ttftMs, double tpotMs)
    {
        var cell = MeasuredCells.Of(batch, ttftMs, tpotMs);
        var work = (MeasuredCells.Prompt * cell.SecondsPerInputToken) + ((MeasuredCells.Generated - 1) * cell.SecondsPerStep);

        // Enough for 3.6 machines: with 10 % headroom 4, and 3 are overloaded by a fifth.
        TraceRequest[] requests = [.. Enumerable.Range(0, (int)(3.6 / work * 2_000)).Select(i => new TraceRequest(i * work / 3.6, MeasuredCells.Prompt, MeasuredCells.Generated))];
        var plan = FleetSizer.Answer([cell], new TraceDemand("t", requests, 10), new(new((long)(TtftLimit * 1e9), (long)(TpotLimit * 1e9), null), Headroom: 0.05, Spare: 0)).Plan!;

        Assert.Equal(4, plan.Needed);
        Assert.InRange(Within(SimulatedFleet.Of(plan, 4), requests), 0.99, 1);
        Assert.InRange(Within(SimulatedFleet.Of(plan, 3), requests), 0, 0.2);
    }

    /// <summary>The slowing by the prompts of others is what the simulation shows: within a tenth, and never more than stated.</summary>
    [Fact]
    public void Plan_TpotAtThePeak_IsThatOfTheSimulation()
    {
        var cell = MeasuredCells.Of(8, 360, 13);
        var work = (MeasuredCells.Prompt * cell.SecondsPerInputToken) + ((MeasuredCells.Generated - 1) * cell.SecondsPerStep);
        TraceRequest[] requests = [.. Enumerable.Range(0, 8_000).Select(i => new TraceRequest(i * work / 3.6, MeasuredCells.Prompt, MeasuredCells.Generated))];
        var plan = FleetSizer.Answer([cell], new TraceDemand("t", requests, 10), new(new(null, null, null), Headroom: 0.05, Spare: 0)).Plan!;

        var (_, tpot) = SimulatedFleet.Of(plan, plan.Needed).Serve(requests);

        Assert.InRange(tpot.Average() * 1e9, plan.TpotNs!.Value * 0.9, plan.TpotNs.Value * 1.01);
    }

    private static double Within(SimulatedFleet fleet, IReadOnlyList<TraceRequest> requests)
    {
        var (ttft, tpot) = fleet.Serve(requests);
        return Math.Min(ttft.Count(value => value < TtftLimit) / (double)ttft.Length, tpot.Count(value => value < TpotLimit) / (double)tpot.Length);
    }

    private static List<TraceRequest> Poisson(double perSecond, double seconds, long seed)
    {
        var random = new SplitMix64(seed, 0);
        var requests = new List<TraceRequest>();
        for (var at = 0.0; at < seconds; at -= Math.Log(1 - random.NextDouble()) / perSecond)
        {
            requests.Add(new(at, 80 + (int)random.Below(97), 32 + (int)random.Below(65)));
        }

        return requests;
    }
}
