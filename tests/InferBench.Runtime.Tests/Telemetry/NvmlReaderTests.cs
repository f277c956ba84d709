using InferBench.Core.Telemetry;
using InferBench.Runtime.Telemetry;

namespace InferBench.Runtime.Tests.Telemetry;

public sealed class NvmlReaderTests
{
    private readonly FakeGpu _gpu = new();

    [Fact]
    public void Read_EverythingThere_HasEveryQuantityInItsUnit()
    {
        _gpu.Running.Add(new NvmlProcess { Id = 7, UsedBytes = 300_000_000 });

        var report = Sample(_ => { }, 0, 100);

        Assert.Empty(report.Missing);
        Assert.Equal(1980, Mean(report, TelemetryQuantity.GpuSmClockMhz));
        Assert.Equal(2619, Mean(report, TelemetryQuantity.GpuMemoryClockMhz));
        Assert.Equal(400, Mean(report, TelemetryQuantity.GpuPowerWatts));
        Assert.Equal(55, Mean(report, TelemetryQuantity.GpuTemperatureCelsius));
        Assert.Equal(97, Mean(report, TelemetryQuantity.GpuBusyPercent));
        Assert.Equal(2e6, Mean(report, TelemetryQuantity.GpuPcieReceivedBytesPerSecond));
        Assert.Equal(1e6, Mean(report, TelemetryQuantity.GpuPcieSentBytesPerSecond));
        Assert.Equal(8e9, Mean(report, TelemetryQuantity.GpuMemoryOwnBytes));
        Assert.Equal(3e8, Mean(report, TelemetryQuantity.GpuMemoryOthersBytes));
        Assert.Equal(0, Mean(report, TelemetryQuantity.GpuOthersBusyPercent));
        Assert.Empty(report.Throttling!);
    }

    [Fact]
    public void Read_EnergyCounter_IsDifferenced()
    {
        var report = Sample(i => _gpu.Sensors[NvmlSensor.EnergyMillijoules] = (0, (ulong)(5_000_000 + (i * 40_000))), 0, 100, 200);

        var energy = report.Find(TelemetryQuantity.GpuEnergyJoules)!;
        Assert.Equal([0, 40, 80], energy.Values);
        Assert.Equal("NVML energy counter", energy.Source);
    }

    [Fact]
    public void Read_NoEnergyCounter_IntegratesPower()
    {
        _gpu.Sensors[NvmlSensor.EnergyMillijoules] = (NvmlStatus.NotSupported, 0);

        var report = Sample(i => _gpu.Sensors[NvmlSensor.PowerMilliwatts] = (0, (ulong)(400_000 + (i * 100_000))), 0, 100, 200);

        var energy = report.Find(TelemetryQuantity.GpuEnergyJoules)!;
        Assert.Equal([0, 45, 100], energy.Values);
        Assert.Equal("integral of NVML power", energy.Source);
        Assert.Empty(report.Missing);
    }

    [Fact]
    public void Read_PowerWithAGap_IsNotIntegratedAcrossIt()
    {
        _gpu.Sensors[NvmlSensor.EnergyMillijoules] = (NvmlStatus.NotSupported, 0);

        var report = Sample(_ => { }, 0, 100, 5_000);

        Assert.Equal([0, 40, null], report.Find(TelemetryQuantity.GpuEnergyJoules)!.Values);
        Assert.Contains("more than 1 s apart", Sampled.Reason(report, TelemetryQuantity.GpuEnergyJoules), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NeitherEnergyNorPower_SaysSo()
    {
        _gpu.Sensors[NvmlSensor.EnergyMillijoules] = (NvmlStatus.NotSupported, 0);
        _gpu.Sensors[NvmlSensor.PowerMilliwatts] = (NvmlStatus.NoPermission, 0);

        var report = Sample(_ => { }, 0, 100);

        Assert.Equal("energy counter: this GPU does not report it", Sampled.Reason(report, TelemetryQuantity.GpuEnergyJoules));
        Assert.Equal("power: the driver does not permit it", Sampled.Reason(report, TelemetryQuantity.GpuPowerWatts));
    }

    [Fact]
    public void Read_EnergyCounterGoesBack_IsUnknownFromThere()
    {
        var report = Sample(i => _gpu.Sensors[NvmlSensor.EnergyMillijoules] = (0, i < 2 ? 5_000_000UL : 10), 0, 100, 200);

        Assert.Equal([0, 0, null], report.Find(TelemetryQuantity.GpuEnergyJoules)!.Values);
        Assert.Equal("the energy counter went backwards", Sampled.Reason(report, TelemetryQuantity.GpuEnergyJoules));
    }

    [Fact]
    public void Read_GpuIsLostMidway_KeepsWhatItSaidAndTheReason()
    {
        var report = Sample(
            i =>
            {
                if (i == 2)
                {
                    Array.ForEach(Enum.GetValues<NvmlSensor>(), sensor => _gpu.Sensors[sensor] = (NvmlStatus.GpuIsLost, 0));
                    (_gpu.ProcessStatus, _gpu.UseStatus) = (NvmlStatus.GpuIsLost, NvmlStatus.GpuIsLost);
                }
            },
            0, 100, 200, 300);

        Assert.Equal([1980, 1980, null, null], report.Find(TelemetryQuantity.GpuSmClockMhz)!.Values);
        Assert.Equal("SM clock: the GPU fell off the bus", Sampled.Reason(report, TelemetryQuantity.GpuSmClockMhz));
        Assert.Equal("energy counter: the GPU fell off the bus", Sampled.Reason(report, TelemetryQuantity.GpuEnergyJoules));
        Assert.Contains("fell off the bus", Sampled.Reason(report, TelemetryQuantity.GpuMemoryOwnBytes), StringComparison.Ordinal);
        Assert.Equal(400, report.Find(TelemetryQuantity.GpuPowerWatts)!.Mean);
    }

    [Fact]
    public void Read_ThrottleBits_AreNamedWithTheirShare()
    {
        var report = Sample(i => _gpu.Sensors[NvmlSensor.ThrottleReasons] = (0, i == 0 ? 0x1UL : 0x44), 0, 100, 200, 300);

        Assert.Equal([new ThrottleSeen(ThrottleReason.PowerLimit, 0.75), new ThrottleSeen(ThrottleReason.HardwareThermal, 0.75)], report.Throttling!);
    }

    [Fact]
    public void Read_OwnProcessUnlisted_GuessesNothing()
    {
        _gpu.Running[0] = new NvmlProcess { Id = 4711, UsedBytes = 8_000_000_000 };

        var report = Sample(_ => { }, 0, 100);

        Assert.Contains("container", Sampled.Reason(report, TelemetryQuantity.GpuMemoryOthersBytes), StringComparison.Ordinal);
        Assert.Contains("container", Sampled.Reason(report, TelemetryQuantity.GpuOthersBusyPercent), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DriverHidesMemory_SaysSo()
    {
        _gpu.Running.Add(new NvmlProcess { Id = 7, UsedBytes = NvmlProcess.Unknown });

        Assert.Contains("does not say which process", Sampled.Reason(Sample(_ => { }, 0, 100), TelemetryQuantity.GpuMemoryOwnBytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OthersComputeHere_AreCountedWithoutThisProcess()
    {
        var report = Sample(
            i =>
            {
                _gpu.Uses.Clear();
                _gpu.Uses.Add(new NvmlProcessUse { Id = 42, TimestampMicroseconds = (ulong)(1000 + i), Sm = 60 });
                _gpu.Uses.Add(new NvmlProcessUse { Id = 7, TimestampMicroseconds = (ulong)(1000 + i), Sm = 30 });
            },
            0, 100, 200);

        Assert.Equal([null, 30, 30], report.Find(TelemetryQuantity.GpuOthersBusyPercent)!.Values);
    }

    [Fact]
    public void Dispose_Sampler_LetsTheDeviceGo()
    {
        _ = Sample(_ => { }, 0, 100);

        Assert.True(_gpu.IsDisposed);
    }

    private TelemetryReport Sample(Action<int> before, params long[] moments) => Sampled.At(new NvmlReader(_gpu, 42, FakeTime.Frequency), before, moments);

    private static double? Mean(TelemetryReport report, TelemetryQuantity quantity) => report.Find(quantity)?.Mean;
}
