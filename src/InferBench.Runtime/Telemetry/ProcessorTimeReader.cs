using InferBench.Core.Telemetry;

namespace InferBench.Runtime.Telemetry;

/// <summary>
/// Who has the processors, from <c>/proc/stat</c> and <c>/proc/self/stat</c>. Both count hundredths of a second, so a reading is made only when
/// half a second has gone by since the one before: 2 % of a core.
/// </summary>
internal sealed class ProcessorTimeReader(SystemRoots roots, long frequency) : ITelemetryReader
{
    private const double TicksPerSecond = 100;
    private const double ShortestSeconds = 0.5;

    private static readonly TelemetryQuantity[] Both = [TelemetryQuantity.CpuOtherCores, TelemetryQuantity.CpuStolenCores];

    private readonly PseudoFile _system = new($"{roots.Proc}/stat", 512);
    private readonly PseudoFile _own = new($"{roots.Proc}/self/stat", 1024);
    private long _lastTicks = long.MinValue;
    private long _lastBusy;
    private long _lastStolen;
    private long _lastOwn;
    private string? _problem;

    public IReadOnlyDictionary<TelemetryQuantity, string> Sources { get; } = Both.ToDictionary(quantity => quantity, _ => "/proc/stat");

    public IReadOnlyList<MissingReading> Missing =>
        (_system.Problem ?? _own.Problem ?? _problem) is { } reason ? [new MissingReading(Both, reason)] : [];

    public void Read(long ticks, SampleRow row)
    {
        var seconds = _lastTicks == long.MinValue ? double.PositiveInfinity : (double)(ticks - _lastTicks) / frequency;
        if (seconds < ShortestSeconds || _problem is not null || !ReadSystem(out var busy, out var stolen) || !ReadOwn(out var own))
        {
            return;
        }

        if (double.IsFinite(seconds))
        {
            var others = busy - _lastBusy - (own - _lastOwn);
            row[TelemetryQuantity.CpuOtherCores] = Math.Max(0, others) / TicksPerSecond / seconds;
            row[TelemetryQuantity.CpuStolenCores] = Math.Max(0, stolen - _lastStolen) / TicksPerSecond / seconds;
        }

        (_lastTicks, _lastBusy, _lastStolen, _lastOwn) = (ticks, busy, stolen, own);
    }

    public void Dispose()
    {
        _system.Dispose();
        _own.Dispose();
    }

    /// <summary>The first line is <c>cpu user nice system idle iowait irq softirq steal</c>; guests are counted in user and nice.</summary>
    private bool ReadSystem(out long busy, out long stolen)
    {
        (busy, stolen) = (0, 0);
        var line = _system.Read();
        if (line.IsEmpty)
        {
            return false;
        }

        if (!line.StartsWith("cpu "u8)
            || Fields.Number(Fields.At(line, 1)) is not { } user || Fields.Number(Fields.At(line, 2)) is not { } nice
            || Fields.Number(Fields.At(line, 3)) is not { } system || Fields.Number(Fields.At(line, 6)) is not { } irq
            || Fields.Number(Fields.At(line, 7)) is not { } softIrq || Fields.Number(Fields.At(line, 8)) is not { } steal)
        {
            _problem = $"{roots.Proc}/stat has another form";
            return false;
        }

        (busy, stolen) = (user + nice + system + irq + softIrq, steal);
        return true;
    }

    /// <summary>The program's name stands in parentheses and may hold blanks; after it, utime and stime are the twelfth and thirteenth field.</summary>
    private bool ReadOwn(out long own)
    {
        own = 0;
        var line = _own.Read();
        if (line.IsEmpty)
        {
            return false;
        }

        var rest = line[(line.LastIndexOf((byte)')') + 1)..];
        if (Fields.Number(Fields.At(rest, 11)) is not { } user || Fields.Number(Fields.At(rest, 12)) is not { } system)
        {
            _problem = $"{roots.Proc}/self/stat has another form";
            return false;
        }

        own = user + system;
        return true;
    }
}
