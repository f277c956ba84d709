using InferBench.Core.Telemetry;

namespace InferBench.Runtime.Telemetry;

/// <summary>
/// Linux's power capping zones (Documentation/power/powercap/powercap.rst): each processor package is a zone <c>intel-rapl:N</c>, on AMD too;
/// its memory may be a zone <c>intel-rapl:N:M</c> of its own.
/// </summary>
internal sealed class RaplReader : ITelemetryReader
{
    private const string Package = "package";
    private const string Dram = "dram";

    private readonly List<Zone> _packages = [];
    private readonly List<Zone> _memories = [];
    private readonly string? _absent;

    public RaplReader(SystemRoots roots, long frequency)
    {
        var folder = $"{roots.Sys}/class/powercap";
        foreach (var zone in Zones(folder))
        {
            var name = ReadName($"{zone}/name");
            if (name.StartsWith(Package, StringComparison.Ordinal))
            {
                _packages.Add(new Zone(zone, frequency));
            }
            else if (name == Dram)
            {
                _memories.Add(new Zone(zone, frequency));
            }
        }

        _absent = _packages.Count == 0 ? $"RAPL: no processor package under {folder}" : null;
    }

    public IReadOnlyDictionary<TelemetryQuantity, string> Sources { get; } = new Dictionary<TelemetryQuantity, string>
    {
        [TelemetryQuantity.CpuEnergyJoules] = "RAPL packages",
        [TelemetryQuantity.DramEnergyJoules] = "RAPL dram",
    };

    public IReadOnlyList<MissingReading> Missing =>
    [
        .. Problems(TelemetryQuantity.CpuEnergyJoules, _packages, _absent),
        .. Problems(TelemetryQuantity.DramEnergyJoules, _memories, _absent ?? (_memories.Count == 0 ? "RAPL: this processor does not count its memory's energy" : null)),
    ];

    public void Read(long ticks, SampleRow row)
    {
        row[TelemetryQuantity.CpuEnergyJoules] = Sum(_packages, ticks);
        row[TelemetryQuantity.DramEnergyJoules] = Sum(_memories, ticks);
    }

    public void Dispose()
    {
        _packages.ForEach(zone => zone.Energy.Dispose());
        _memories.ForEach(zone => zone.Energy.Dispose());
    }

    /// <summary>A sum with one of its packages missing would look like an answer: all or nothing.</summary>
    private static double Sum(List<Zone> zones, long ticks)
    {
        var sum = zones.Count == 0 ? double.NaN : 0;
        foreach (var zone in zones)
        {
            sum += zone.Energy.ReadNumber() is { } reading ? zone.Counter.Add(ticks, reading) : double.NaN;
        }

        return sum;
    }

    private static IEnumerable<MissingReading> Problems(TelemetryQuantity quantity, List<Zone> zones, string? absent) =>
        (absent ?? zones.Select(zone => (zone.Energy.Problem ?? zone.Counter.Problem) is { } problem ? $"RAPL: {problem}" : null).FirstOrDefault(problem => problem is not null))
            is { } reason ? [new MissingReading([quantity], reason)] : [];

    private static IEnumerable<string> Zones(string folder)
    {
        try
        {
            return Directory.EnumerateDirectories(folder, "intel-rapl:*").Order(StringComparer.Ordinal).ToList();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // No such folder in most virtual machines and containers; the report says so.
            return [];
        }
    }

    private static string ReadName(string path)
    {
        using var file = new PseudoFile(path);
        return System.Text.Encoding.ASCII.GetString(file.Read()).Trim();
    }

    private sealed class Zone
    {
        public Zone(string folder, long frequency)
        {
            using var range = new PseudoFile($"{folder}/max_energy_range_uj");
            Energy = new PseudoFile($"{folder}/energy_uj");
            Counter = new EnergyCounter(1e-6, range.ReadNumber(), frequency);
        }

        public PseudoFile Energy { get; }

        public EnergyCounter Counter { get; }
    }
}
