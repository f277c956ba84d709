namespace InferBench.Runtime.Telemetry;

/// <summary>Joules since the first reading of a power sensor: the trapezoidal rule, as long as readings lie close enough for it.</summary>
/// <param name="frequency">Ticks of the clock in a second.</param>
internal sealed class PowerIntegral(long frequency)
{
    private const double LongestGapSeconds = 1;

    private long _lastTicks;
    private double _lastWatts;
    private double _joules;
    private bool _started;

    /// <summary>Why the total is unknown from some reading on; null while it is known.</summary>
    public string? Problem { get; private set; }

    /// <summary>The total after one more reading; NaN where it is unknown.</summary>
    public double Add(long ticks, double watts)
    {
        if (_started && Problem is null)
        {
            var seconds = (double)(ticks - _lastTicks) / frequency;
            if (seconds > LongestGapSeconds)
            {
                Problem = "two readings of the power sensor lie more than 1 s apart";
            }

            _joules += seconds * (watts + _lastWatts) / 2;
        }

        (_lastTicks, _lastWatts, _started) = (ticks, watts, true);
        return Problem is null ? _joules : double.NaN;
    }
}
