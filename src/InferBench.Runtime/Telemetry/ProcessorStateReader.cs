using InferBench.Core.Telemetry;

namespace InferBench.Runtime.Telemetry;

/// <summary>Clock frequency, load average and heat of the processor.</summary>
internal sealed class ProcessorStateReader : ITelemetryReader
{
    /// <summary>Asking a core for its frequency may wake it, so only some are asked.</summary>
    private const int MostCores = 4;

    private const double KilohertzPerMegahertz = 1000;

    private readonly PseudoFile _load;
    private readonly PseudoFile _heat;
    private readonly List<PseudoFile> _frequencies;
    private long? _lastHeat;

    public ProcessorStateReader(SystemRoots roots)
    {
        var cores = $"{roots.Sys}/devices/system/cpu";
        _load = new PseudoFile($"{roots.Proc}/loadavg");
        _heat = new PseudoFile($"{cores}/cpu0/thermal_throttle/package_throttle_count");
        _frequencies = [new PseudoFile(Frequency(0)), .. Enumerable.Range(1, MostCores - 1).Select(Frequency).Where(File.Exists).Select(path => new PseudoFile(path))];

        string Frequency(int core) => FormattableString.Invariant($"{cores}/cpu{core}/cpufreq/scaling_cur_freq");
    }

    public IReadOnlyDictionary<TelemetryQuantity, string> Sources { get; } = new Dictionary<TelemetryQuantity, string>
    {
        [TelemetryQuantity.CpuLoadAverage] = "/proc/loadavg",
        [TelemetryQuantity.CpuFrequencyMhz] = "cpufreq",
    };

    public IReadOnlyList<MissingReading> Missing =>
    [
        .. _load.Problem is { } load ? [new MissingReading([TelemetryQuantity.CpuLoadAverage], load)] : (MissingReading[])[],
        .. _frequencies.Select(file => file.Problem).FirstOrDefault(problem => problem is not null) is { } frequency
            ? [new MissingReading([TelemetryQuantity.CpuFrequencyMhz], frequency)]
            : (MissingReading[])[],
    ];

    public void Read(long ticks, SampleRow row)
    {
        row[TelemetryQuantity.CpuLoadAverage] = Fields.Decimal(_load.Read()) ?? double.NaN;
        double sum = 0;
        foreach (var core in _frequencies)
        {
            sum += core.ReadNumber() ?? double.NaN;
        }

        row[TelemetryQuantity.CpuFrequencyMhz] = sum / _frequencies.Count / KilohertzPerMegahertz;

        // A counter of events: only processors that have it say anything about heat.
        if (_heat.Problem is null && _heat.ReadNumber() is { } heat)
        {
            row.AddThrottle(_lastHeat is { } last && heat > last ? 1 << (int)ThrottleReason.CpuThermal : 0);
            _lastHeat = heat;
        }
    }

    public void Dispose()
    {
        _load.Dispose();
        _heat.Dispose();
        _frequencies.ForEach(file => file.Dispose());
    }
}
