using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Telemetry;
using InferBench.Core.Tests.Telemetry;
using InferBench.Core.Validity;

namespace InferBench.Core.Tests.Validity;

public sealed class TelemetryRulesTests
{
    private static readonly Cell Cuda = Judged.Cell with { Provider = "cuda" };

    [Theory]
    [InlineData(ThrottleReason.HardwareThermal, "GPU heat in 40 % of the samples")]
    [InlineData(ThrottleReason.CpuThermal, "processor heat in 40 % of the samples")]
    [InlineData(ThrottleReason.PowerBrake, "power brake")]
    [InlineData(ThrottleReason.HardwareSlowdown, "hardware slowdown")]
    public void ThrottledClocks_HeldBack_IsSaid(ThrottleReason reason, string expected) =>
        Assert.Contains(expected, Throttled([new ThrottleSeen(reason, 0.4)]), StringComparison.Ordinal);

    [Theory]
    [InlineData(ThrottleReason.PowerLimit, 1.0)]
    [InlineData(ThrottleReason.ApplicationClocks, 1.0)]
    [InlineData(ThrottleReason.HardwareThermal, 0.01)]
    public void ThrottledClocks_NoFault_IsNotSaid(ThrottleReason reason, double share) => Assert.Null(Throttled([new ThrottleSeen(reason, share)]));

    [Fact]
    public void ThrottledClocks_NobodyKnows_IsNotSaid() => Assert.Null(Throttled(null));

    [Theory]
    [InlineData(2e9, 0, "held 2.00 GB")]
    [InlineData(0, 30, "busy for 30 %")]
    public void SharedGpu_AnotherProcess_IsSaid(double bytes, double busy, string expected) =>
        Assert.Contains(expected, Shared(Cuda, bytes, busy), StringComparison.Ordinal);

    [Fact]
    public void SharedGpu_Alone_IsNotSaid()
    {
        Assert.Null(Shared(Cuda, 0, 0.5));
        Assert.Null(Shared(Judged.Cell, 2e9, 50));
        Assert.Null(Judged.By(new SharedGpuRule(), Cuda, Measurement(Sensors.Report())));
        Assert.Null(Judged.By(new SharedGpuRule(), Cuda, Judged.Measurement([10])));
    }

    private static string? Throttled(IReadOnlyList<ThrottleSeen>? seen) =>
        Judged.By(new ThrottledClocksRule(), Cuda, Measurement(Sensors.Report() with { Throttling = seen }));

    private static string? Shared(Cell cell, double bytes, double busy) => Judged.By(
        new SharedGpuRule(),
        cell,
        Measurement(Sensors.Report(Sensors.Constant(TelemetryQuantity.GpuMemoryOthersBytes, bytes), Sensors.Constant(TelemetryQuantity.GpuOthersBusyPercent, busy))));

    private static CellMeasurement Measurement(TelemetryReport telemetry) => Judged.Measurement([10]) with { Telemetry = telemetry };
}
