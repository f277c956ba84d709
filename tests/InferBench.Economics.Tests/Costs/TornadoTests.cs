using InferBench.Economics.Costs;
using InferBench.Economics.Machines;

namespace InferBench.Economics.Tests.Costs;

public sealed class TornadoTests
{
    private static readonly CellTimes Times = CellTimes.Of([Measured.Cell(1, 100, 10, (100, 1000), (110, 1100))])!;

    [Fact]
    public void Of_RentedMachine_HasTheWidestSwingFirstAndTheBaseWithinEachBar()
    {
        var machine = new RentedMachine(3.6, "a test", "a test");

        var bars = Tornado.Of(machine, Times, 0.4, 10);

        var usd = 3.6 / 0.4 / 3600 * Times.SecondsPerOutputTokenWithInput().Value * 1e6;
        Assert.Equal(["input:output ratio", "machine price", "throughput", "utilization"], bars.Select(bar => bar.Input).Order(StringComparer.Ordinal));
        Assert.Equal(bars.OrderByDescending(bar => bar.Swing), bars);
        Assert.All(bars, bar => Assert.InRange(usd, Math.Min(bar.UsdAtLow, bar.UsdAtHigh) - 1e-9, Math.Max(bar.UsdAtLow, bar.UsdAtHigh) + 1e-9));
    }

    [Fact]
    public void Of_HalfTheUtilization_DoublesTheCostOfARentedMachine()
    {
        var bar = Tornado.Of(new RentedMachine(3.6, "", ""), Times, 0.4, 10).Single(bar => bar.Input == "utilization");

        Assert.Equal(("20 %", "80 %"), (bar.Low, bar.High));
        Assert.Equal(4, bar.UsdAtLow / bar.UsdAtHigh, 9);
    }

    [Fact]
    public void Of_PriceWithARange_TriesItsEnds()
    {
        var machine = new RentedMachine(3.99, "", "", Range: new(2.69 / 3.99, 12.29 / 3.99, "listed in the same week"));

        var bar = Tornado.Of(machine, Times, 1, 10).Single(bar => bar.Input == "machine price");

        Assert.Equal(12.29 / 2.69, bar.UsdAtHigh / bar.UsdAtLow, 9);
        Assert.Equal("listed in the same week", bar.Bounds);
    }

    [Fact]
    public void Of_OwnedMachine_TriesLifetimeAndLeavesOutWhatIsNotPaid()
    {
        var machine = new OwnedMachine { PriceUsd = 30_000, LoadKw = 0.7, UsdPerKwh = 0.15 };

        var bars = Tornado.Of(machine, Times, 0.5, 10);

        Assert.Contains(bars, bar => bar.Input == "lifetime" && bar.UsdAtLow > bar.UsdAtHigh);
        Assert.Contains(bars, bar => bar.Input == "electricity" && bar.UsdAtLow < bar.UsdAtHigh);
        Assert.DoesNotContain(bars, bar => bar.Input == "staff");
    }
}
