using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Metrics;
using InferBench.Core.Samples;

namespace InferBench.Core.Tests.Metrics;

public sealed class CellDeviceTimeCalculatorTests
{
    [Fact]
    public void Compute_TwoOperations_DividesTotalsByTheirPasses()
    {
        // Prefills of 100 and 200 ns; then 2 steps in 60 ns and 3 steps in 90 ns.
        var device = CellDeviceTimeCalculator.Compute(
        [
            new OperationSample(0, [100, 130, 160]) { Device = new(new(5, 80, 10), new(6, 40, 4)) },
            new OperationSample(500, [200, 230, 260, 290]) { Device = new(new(7, 180, 10), new(4, 60, 16)) },
        ]);

        Assert.Equal(new PassTime(6, 130, 10, 4), device!.Prefill);
        Assert.Equal(new PassTime(2, 20, 4, 4), device.Step);
    }

    [Fact]
    public void Compute_SingleTokens_HaveNoStep() =>
        Assert.Equal(new CellDeviceTime(new(1, 8, 0, 1), null), CellDeviceTimeCalculator.Compute([new OperationSample(0, [10]) { Device = new(new(1, 8, 0), null) }]));

    [Fact]
    public void Compute_OneOperationUndivided_IsNull() =>
        Assert.Null(CellDeviceTimeCalculator.Compute([new OperationSample(0, [10]) { Device = new(new(1, 8, 0), null) }, new OperationSample(20, [10])]));

    [Fact]
    public void Compute_PartsLongerThanTheWhole_IsNull() =>
        Assert.Null(CellDeviceTimeCalculator.Compute([new OperationSample(0, [10]) { Device = new(new(1, 10, 0), null) }]));

    [Fact]
    public void Compute_NegativePart_IsNull() =>
        Assert.Null(CellDeviceTimeCalculator.Compute([new OperationSample(0, [10]) { Device = new(new(-1, 8, 0), null) }]));

    [Fact]
    public void Compute_NoOperation_IsNull() => Assert.Null(CellDeviceTimeCalculator.Compute([]));

    [Fact]
    public void Compute_AnyParts_AddUpToThePass() => Prop.ForAll(
        ArbMap.Default.ArbFor<(PositiveInt, PositiveInt, PositiveInt, PositiveInt)[]>().Filter(operations => operations.Length > 0),
        operations =>
        {
            var samples = operations.Select(part => new OperationSample(0, [Total(part), 3L * Total(part)])
            {
                Device = new(
                    new(part.Item1.Get, part.Item2.Get, part.Item3.Get),
                    new(2L * part.Item1.Get, 2L * part.Item2.Get, 2L * part.Item3.Get)),
            }).ToList();
            var device = CellDeviceTimeCalculator.Compute(samples)!;
            return Near(Sum(device.Prefill) * samples.Count, samples.Sum(sample => (double)sample.TimeToFirstTokenNs))
                && Near(Sum(device.Step!) * samples.Count, samples.Sum(sample => (double)sample.EndToEndNs - sample.TimeToFirstTokenNs));
        }).QuickCheckThrowOnFailure();

    private static long Total((PositiveInt A, PositiveInt B, PositiveInt C, PositiveInt D) part) => (long)part.A.Get + part.B.Get + part.C.Get + part.D.Get;

    private static double Sum(PassTime pass) => pass.HostToDeviceNs + pass.ComputeNs + pass.DeviceToHostNs + pass.HostNs;

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-9 * Math.Max(one, 1);
}
