using InferBench.Core.Telemetry;
using InferBench.Runtime.Telemetry;
using InferBench.Tests;

namespace InferBench.Runtime.Tests.Telemetry;

public sealed class RaplReaderTests : IDisposable
{
    private const TelemetryQuantity Package = TelemetryQuantity.CpuEnergyJoules;

    private readonly FakeMachine _machine = new();

    [Fact]
    public void Read_TwoPackages_AddsThemUp()
    {
        _machine.Package(0, 1_000_000).Package(1, 5_000_000, name: "package-1").Package(2, 0, name: "psys");

        var report = Sample(i => _machine.Energy(0, 1_000_000 + (i * 2_000_000)).Energy(1, 5_000_000 + (i * 1_000_000)).Energy(2, i * 90_000_000));

        Assert.Equal([0, 3, 6], report.Find(Package)!.Values);
        Assert.Equal("RAPL packages", report.Find(Package)!.Source);
        Assert.Null(report.Find(Package)!.Mean);
    }

    [Fact]
    public void Read_MemoryZone_IsApart()
    {
        _machine.Package(0, 0);
        _machine.Write("sys/class/powercap/intel-rapl:0:0/name", "dram\n").Write("sys/class/powercap/intel-rapl:0:0/energy_uj", "7000000\n")
            .Write("sys/class/powercap/intel-rapl:0:0/max_energy_range_uj", "65712999613\n");

        var report = Sample(i => _machine.Write("sys/class/powercap/intel-rapl:0:0/energy_uj", FormattableString.Invariant($"{7_000_000 + (i * 500_000)}\n")));

        Assert.Equal([0, 0.5, 1], report.Find(TelemetryQuantity.DramEnergyJoules)!.Values);
        Assert.Equal([0, 0, 0], report.Find(Package)!.Values);
    }

    [Fact]
    public void Read_CounterWraps_GoesOn()
    {
        _machine.Package(0, 9_000_000, range: 10_000_000_000);

        var report = Sample(i => _machine.Energy(0, i == 0 ? 9_999_000_000 : i * 2_000_000));

        Assert.Equal([0, 3, 5], report.Find(Package)!.Values);
    }

    [Fact]
    public void Read_ClockLeaps_TrustsNoWrap()
    {
        _machine.Package(0, 1_000_000, range: 10_000_000_000);

        var report = Sampled.At(Reader(), _ => { }, 0, 100, 60_000);

        Assert.Equal([0, 0, null], report.Find(Package)!.Values);
        Assert.Contains("wrapped more than once", Sampled.Reason(report, Package), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SensorVanishes_KeepsWhatItSaidAndTheReason()
    {
        _machine.Package(0, 1_000_000);

        var report = Sample(i =>
        {
            if (i == 2)
            {
                File.WriteAllText(_machine.Path("sys/class/powercap/intel-rapl:0/energy_uj"), "");
            }
        });

        Assert.Equal([0, 0, null], report.Find(Package)!.Values);
        Assert.Contains("energy_uj is empty", Sampled.Reason(report, Package), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoPowercap_SaysSo() =>
        Assert.Contains("RAPL: no processor package", Sampled.Reason(Sample(_ => { }), Package), StringComparison.Ordinal);

    [Fact]
    public void Read_NotANumber_SaysSo()
    {
        _machine.Package(0, 1).Write("sys/class/powercap/intel-rapl:0/energy_uj", "soon\n");

        Assert.Contains("holds no number", Sampled.Reason(Sample(_ => { }), Package), StringComparison.Ordinal);
    }

    [UnprivilegedUnixFact]
    public void Read_NotPermitted_SaysSo()
    {
        _machine.Package(0, 1);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_machine.Path("sys/class/powercap/intel-rapl:0/energy_uj"), UnixFileMode.None);
        }

        Assert.Contains("RAPL: permission denied reading", Sampled.Reason(Sample(_ => { }), Package), StringComparison.Ordinal);
    }

    public void Dispose() => _machine.Dispose();

    private RaplReader Reader() => new(_machine.Roots, FakeTime.Frequency);

    private TelemetryReport Sample(Action<int> before) => Sampled.At(Reader(), before, 0, 100, 200);
}
