using InferBench.Core.Telemetry;
using InferBench.Runtime.Telemetry;

namespace InferBench.Runtime.Tests.Telemetry;

public sealed class ProcessorReadersTests : IDisposable
{
    private readonly FakeMachine _machine = new();

    // In each second 150 ticks are busy, of which 120 are this process's own, and 10 are stolen.
    [Fact]
    public void Read_ProcessorTime_LeavesThisProcessOut()
    {
        var report = Sampled.At(Times(), i => _machine.Processors(5000 + (150 * i), 10 * i, 70 + (120 * i)), 0, 1000, 2000);

        Assert.Equal([null, 0.3, 0.3], report.Find(TelemetryQuantity.CpuOtherCores)!.Values);
        Assert.Equal([null, 0.1, 0.1], report.Find(TelemetryQuantity.CpuStolenCores)!.Values);
    }

    [Fact]
    public void Read_TooSoonForItsCounters_Waits()
    {
        var report = Sampled.At(Times(), i => _machine.Processors(100 * i, 0, 0), 0, 100, 500, 600);

        Assert.Equal([null, null, 4, null], report.Find(TelemetryQuantity.CpuOtherCores)!.Values);
    }

    [Theory]
    [InlineData("proc/stat", "cpu 1 2 3\n")]
    [InlineData("proc/stat", "intr 1 2 3 4 5 6 7 8 9\n")]
    [InlineData("proc/stat", "cpu  a b c d e f g h\n")]
    [InlineData("proc/self/stat", "17 (name) R 1\n")]
    public void Read_AnotherForm_SaysSo(string file, string text)
    {
        var report = Sampled.At(Times(), i => _machine.Processors(i, 0, 0).Write(file, text), 0, 1000);

        Assert.Contains("has another form", Sampled.Reason(report, TelemetryQuantity.CpuOtherCores), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HiddenProc_SaysSo()
    {
        using var empty = new FakeMachine();

        var report = Sampled.At(new ProcessorTimeReader(empty.Roots, FakeTime.Frequency), _ => { }, 0, 1000);

        Assert.Contains("stat is not there", Sampled.Reason(report, TelemetryQuantity.CpuOtherCores), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_State_IsFrequencyAndLoad()
    {
        _machine.Write("proc/loadavg", "0.75 1.20 3.00 2/345 6789\n").Write("sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", "2500000\n")
            .Write("sys/devices/system/cpu/cpu1/cpufreq/scaling_cur_freq", "3500000\n");

        var report = Sampled.At(new ProcessorStateReader(_machine.Roots), _ => { }, 0, 100);

        Assert.Equal(0.75, report.Find(TelemetryQuantity.CpuLoadAverage)!.Mean);
        Assert.Equal(3000, report.Find(TelemetryQuantity.CpuFrequencyMhz)!.Mean);
        Assert.Null(report.Throttling);
    }

    [Fact]
    public void Read_NoCpufreq_SaysSo()
    {
        _machine.Write("proc/loadavg", "0.75 1.20 3.00 2/345 6789\n");

        var report = Sampled.At(new ProcessorStateReader(_machine.Roots), _ => { }, 0, 100);

        Assert.Contains("scaling_cur_freq is not there", Sampled.Reason(report, TelemetryQuantity.CpuFrequencyMhz), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ThrottleCountGrows_IsHeat()
    {
        const string count = "sys/devices/system/cpu/cpu0/thermal_throttle/package_throttle_count";
        _machine.Write("proc/loadavg", "0 0 0\n").Write(count, "17\n");

        var report = Sampled.At(new ProcessorStateReader(_machine.Roots), i => _machine.Write(count, i < 2 ? "17\n" : "19\n"), 0, 100, 200, 300);

        Assert.Equal([new ThrottleSeen(ThrottleReason.CpuThermal, 0.25)], report.Throttling!);
    }

    public void Dispose() => _machine.Dispose();

    private ProcessorTimeReader Times()
    {
        _machine.Processors(0, 0, 0);
        return new ProcessorTimeReader(_machine.Roots, FakeTime.Frequency);
    }
}
