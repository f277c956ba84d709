using InferBench.Core.Telemetry;

namespace InferBench.Runtime.Telemetry;

/// <summary>The samples of a window of time, and one on each side so that totals can be read off at its edges.</summary>
internal sealed class TelemetryWindow
{
    /// <summary>Readings kept of each quantity: enough for a curve, and some kilobytes in a cell's row of the journal.</summary>
    private const int MostPoints = 128;

    private const int Decimals = 3;

    private readonly SampleBuffer _samples;
    private readonly long _origin;
    private readonly long _frequency;
    private readonly int _first;
    private readonly int _count;
    private readonly int[] _kept;

    public TelemetryWindow(SampleBuffer samples, long originTicks, long endTicks, long frequency)
    {
        (_samples, _origin, _frequency) = (samples, originTicks, frequency);
        var ticks = samples.Ticks;
        var last = ticks.Length - 1;
        while (_first < last && ticks[_first + 1] <= originTicks)
        {
            _first++;
        }

        while (last > _first && ticks[last - 1] >= endTicks)
        {
            last--;
        }

        _count = last - _first + 1;
        var points = Math.Min(_count, MostPoints);
        _kept = [.. Enumerable.Range(0, points).Select(i => _first + (points == 1 ? 0 : (int)((long)i * (_count - 1) / (points - 1))))];
    }

    public TelemetryReport Report(
        TimeSpan interval, int dropped, long allocated, IReadOnlyDictionary<TelemetryQuantity, string> sources, IReadOnlyList<MissingReading> missing)
    {
        var series = Enum.GetValues<TelemetryQuantity>().Where(sources.ContainsKey).Select(quantity => Series(quantity, sources[quantity])).OfType<TelemetrySeries>().ToList();
        var explained = missing.SelectMany(reading => reading.Quantities).Concat(series.Select(one => one.Quantity)).ToHashSet();
        var silent = sources.Keys.Where(quantity => !explained.Contains(quantity)).Order().ToList();
        var costs = _samples.Costs.Slice(_first, _count);
        long cost = 0, longest = 0;
        foreach (var one in costs)
        {
            (cost, longest) = (cost + one, Math.Max(longest, one));
        }

        return new TelemetryReport(
            (long)interval.TotalNanoseconds,
            _count,
            dropped,
            Nanoseconds(cost),
            Nanoseconds(longest),
            allocated,
            [.. _kept.Select(sample => Nanoseconds(_samples.Ticks[sample] - _origin))],
            series,
            Throttling(),
            silent.Count == 0 ? missing : [.. missing, new MissingReading(silent, "no reading fell into the measured operations")]);
    }

    private TelemetrySeries? Series(TelemetryQuantity quantity, string source)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity, sum = 0;
        var readings = 0;
        for (var sample = _first; sample < _first + _count; sample++)
        {
            var value = _samples.Value(sample, (int)quantity);
            if (!double.IsNaN(value))
            {
                (min, max, sum, readings) = (Math.Min(min, value), Math.Max(max, value), sum + value, readings + 1);
            }
        }

        var isTotal = quantity is TelemetryQuantity.CpuEnergyJoules or TelemetryQuantity.DramEnergyJoules or TelemetryQuantity.GpuEnergyJoules;
        return readings == 0 ? null : new TelemetrySeries(
            quantity, source, readings, Rounded(min), isTotal ? null : Rounded(sum / readings), Rounded(max), [.. _kept.Select(sample => Value(sample, quantity))]);
    }

    private double? Value(int sample, TelemetryQuantity quantity) =>
        _samples.Value(sample, (int)quantity) is var value && double.IsNaN(value) ? null : Rounded(value);

    private List<ThrottleSeen>? Throttling()
    {
        var counts = new int[Enum.GetValues<ThrottleReason>().Length];
        var said = 0;
        foreach (var reasons in _samples.Throttle.Slice(_first, _count))
        {
            said += reasons is null ? 0 : 1;
            for (var reason = 0; reason < counts.Length; reason++)
            {
                counts[reason] += ((reasons ?? 0) >> reason) & 1;
            }
        }

        return said == 0 ? null : [.. Enum.GetValues<ThrottleReason>().Where(reason => counts[(int)reason] > 0).Select(reason => new ThrottleSeen(reason, (double)counts[(int)reason] / said))];
    }

    private long Nanoseconds(long ticks) => (long)((Int128)ticks * 1_000_000_000 / _frequency);

    private static double Rounded(double value) => Math.Round(value, Decimals);
}
