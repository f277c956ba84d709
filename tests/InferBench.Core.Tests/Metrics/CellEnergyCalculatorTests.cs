using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Metrics;
using InferBench.Core.Plans;
using InferBench.Core.Samples;
using InferBench.Core.Telemetry;
using InferBench.Core.Tests.Telemetry;

namespace InferBench.Core.Tests.Metrics;

public sealed class CellEnergyCalculatorTests
{
    private static readonly Cell Cell = new("m", "fp32", "cpu", 2, 16, 3, 2);

    // Two operations of 2 s and 1 s at 50 W, 3 tokens each, batch 2: 150 J over 2 operations, 4 sequences, 12 tokens.
    [Fact]
    public void Compute_ConstantPower_IsByHand()
    {
        var energy = CellEnergyCalculator.Compute(Cell, [Sample(0, 2), Sample(5, 1)], Sensors.Report(Sensors.Total(TelemetryQuantity.CpuEnergyJoules, 500)))!;

        Assert.Equal(75, energy.JoulesPerOperation, 9);
        Assert.Equal(37.5, energy.JoulesPerItem, 9);
        Assert.Equal(12.5, energy.JoulesPerToken!.Value, 9);
        Assert.Equal(50, energy.MeanWatts, 9);
        Assert.Equal("test counter", energy.Source);
    }

    [Fact]
    public void Compute_PowerAndTime_GiveBackTheEnergy() => Prop.ForAll(
        Gen.Choose(1, 4).Select(seconds => (double)seconds).ListOf(2).Zip(Gen.Choose(1, 900)).ToArbitrary(),
        made =>
        {
            var (seconds, watts) = (made.Item1.ToList(), made.Item2);
            var energy = CellEnergyCalculator.Compute(
                Cell, [Sample(0, seconds[0]), Sample(5, seconds[1])], Sensors.Report(Sensors.Total(TelemetryQuantity.CpuEnergyJoules, watts * 10.0)))!;
            return Math.Abs((energy.JoulesPerOperation * 2) - (watts * seconds.Sum())) < 1e-6 * watts;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Compute_OneShotModel_HasItemsAndNoTokens()
    {
        var energy = CellEnergyCalculator.Compute(
            Cell with { GeneratedTokens = null }, [new OperationSample(0, [4_000_000_000])], Sensors.Report(Sensors.Total(TelemetryQuantity.CpuEnergyJoules, 500)))!;

        Assert.Equal(100, energy.JoulesPerItem, 9);
        Assert.Null(energy.JoulesPerToken);
    }

    [Fact]
    public void Compute_TooShortForTheSensor_IsUnknown() =>
        Assert.Null(CellEnergyCalculator.Compute(Cell, [Sample(0, 0.5)], Sensors.Report(Sensors.Total(TelemetryQuantity.CpuEnergyJoules, 500))));

    [Fact]
    public void Compute_OperationBeyondTheReadings_IsUnknown() =>
        Assert.Null(CellEnergyCalculator.Compute(Cell, [Sample(9, 2)], Sensors.Report(Sensors.Total(TelemetryQuantity.CpuEnergyJoules, 500))));

    [Fact]
    public void Compute_OtherDevicesEnergy_IsNotTaken()
    {
        var report = Sensors.Report(Sensors.Total(TelemetryQuantity.CpuEnergyJoules, 500));

        Assert.Null(CellEnergyCalculator.Compute(Cell with { Provider = "cuda" }, [Sample(0, 4)], report));
        Assert.Null(CellEnergyCalculator.Compute(Cell, [Sample(0, 4)], null));
    }

    private static OperationSample Sample(double start, double seconds) =>
        new((long)(start * 1e9), [(long)(seconds * 0.5e9), (long)(seconds * 0.75e9), (long)(seconds * 1e9)]);
}
