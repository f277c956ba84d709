using System.Globalization;
using InferBench.Core.Statistics;

namespace InferBench.Economics.Demand;

/// <summary>Requests as they arrived.</summary>
public sealed class TraceDemand : IDemand
{
    private const double PeakPercentile = 0.99;

    private readonly IReadOnlyList<DemandWindow> _busy;
    private readonly long _windows;
    private readonly double _windowSeconds;
    private readonly double _factor = 1;

    /// <param name="name">What to call it.</param>
    /// <param name="requests">In order of arrival; at least two, at different times.</param>
    /// <param name="windowSeconds">Length of the windows whose rates are compared.</param>
    public TraceDemand(string name, IReadOnlyList<TraceRequest> requests, double windowSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(requests.Count, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(windowSeconds);
        var span = requests[^1].AtSeconds - requests[0].AtSeconds;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(span);
        _windowSeconds = windowSeconds;
        _windows = (long)(span / windowSeconds) + 1;
        _busy = Windows(requests, windowSeconds);

        // n requests have n − 1 gaps between them: the last one's gap is taken as long as the mean.
        Seconds = span * requests.Count / (requests.Count - 1);
        Mean = new TokenTraffic(requests.Count / Seconds, requests.Sum(one => (long)one.InputTokens) / Seconds, requests.Sum(one => (long)one.OutputTokens) / Seconds);
        LongContext = Long(requests);
        Description = string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {requests.Count:#,0} requests in {Seconds:#,0.#} s, {Mean.RequestsPerSecond:0.###} a second, {Mean.InputPerRequest:#,0.#} tokens in and {Mean.OutputPerRequest:#,0.#} out each");
    }

    private TraceDemand(TraceDemand once, double factor)
    {
        (_busy, _windows, _windowSeconds, _factor) = (once._busy, once._windows, once._windowSeconds, once._factor * factor);
        Seconds = once.Seconds;
        Mean = once.Mean.Times(factor);
        LongContext = once.LongContext;
        Description = string.Create(CultureInfo.InvariantCulture, $"{factor:0.##} times {once.Description}");
    }

    /// <summary>Time that the trace stands for.</summary>
    public double Seconds { get; }

    public string Description { get; }

    public TokenTraffic Mean { get; }

    public long? LongContext { get; }

    public string PeakBasis => PeakIsPercentile
        ? string.Create(CultureInfo.InvariantCulture, $"99th percentile of {_windows:#,0} windows of {_windowSeconds:0.###} s")
        : string.Create(CultureInfo.InvariantCulture, $"busiest of {_windows:#,0} windows of {_windowSeconds:0.###} s (a 99th percentile needs {Percentile.NeededCount(PeakPercentile)})");

    private bool PeakIsPercentile => _windows >= Percentile.NeededCount(PeakPercentile);

    public double PeakLoad(double secondsPerRequest, double secondsPerInputToken, double secondsPerOutputToken)
    {
        var loads = _busy
            .Select(window => ((window.Requests * secondsPerRequest) + (window.InputTokens * secondsPerInputToken) + (window.OutputTokens * secondsPerOutputToken)) / _windowSeconds)
            .Order()
            .ToList();

        // Windows in which nothing arrived stand before all others.
        var rank = PeakIsPercentile ? Math.Min((long)(_windows * PeakPercentile), _windows - 1) : _windows - 1;
        var index = rank - (_windows - loads.Count);
        return index < 0 ? 0 : loads[(int)index] * _factor;
    }

    public IDemand Times(double factor) => new TraceDemand(this, factor);

    private static List<DemandWindow> Windows(IReadOnlyList<TraceRequest> requests, double windowSeconds)
    {
        var windows = new List<DemandWindow>();
        var current = -1L;
        foreach (var request in requests)
        {
            var index = (long)((request.AtSeconds - requests[0].AtSeconds) / windowSeconds);
            if (index != current)
            {
                windows.Add(default);
                current = index;
            }

            var window = windows[^1];
            windows[^1] = new(window.Requests + 1, window.InputTokens + request.InputTokens, window.OutputTokens + request.OutputTokens);
        }

        return windows;
    }

    private static long Long(IReadOnlyList<TraceRequest> requests)
    {
        var contexts = requests.Select(one => (double)one.InputTokens + one.OutputTokens).Order().ToArray();
        return (long)(Percentile.Of(contexts, PeakPercentile) ?? contexts[^1]);
    }
}
