namespace InferBench.Runtime.Telemetry;

/// <summary>
/// Joules since the first reading of a counter that wraps around. A counter of µJ that wraps at 262 kJ does so every few minutes under load, so
/// one wrap between two readings is expected; where there was time for more, the total is unknown from then on.
/// </summary>
/// <param name="joulesPerUnit">1e-6 for RAPL, 1e-3 for NVML.</param>
/// <param name="range">Largest value before it begins again at 0; null for a counter that never wraps.</param>
/// <param name="frequency">Ticks of the clock in a second.</param>
internal sealed class EnergyCounter(double joulesPerUnit, long? range, long frequency)
{
    /// <summary>More than any one package draws.</summary>
    private const double MostWatts = 2_000;

    private long _last;
    private long _lastTicks;
    private double _units;
    private bool _started;

    /// <summary>Why the total is unknown from some reading on; null while it is known.</summary>
    public string? Problem { get; private set; }

    /// <summary>The total after one more reading; NaN where it is unknown.</summary>
    public double Add(long ticks, long reading)
    {
        if (_started && Problem is null)
        {
            var step = reading - _last;
            if (range is { } wrap && (double)(ticks - _lastTicks) / frequency * MostWatts > wrap * joulesPerUnit)
            {
                Problem = "the energy counter may have wrapped more than once between two samples";
            }
            else if (step < 0 && range is null)
            {
                Problem = "the energy counter went backwards";
            }

            _units += step < 0 ? step + (range ?? 0) : step;
        }

        (_last, _lastTicks, _started) = (reading, ticks, true);
        return Problem is null ? _units * joulesPerUnit : double.NaN;
    }
}
