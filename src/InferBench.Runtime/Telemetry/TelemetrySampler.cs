using System.Globalization;
using InferBench.Core.Telemetry;

namespace InferBench.Runtime.Telemetry;

/// <summary>
/// Reads the machine's sensors on a thread of its own while a cell is measured, on the clock of its timestamps. Nothing that goes wrong with a
/// sensor leaves that thread: the quantity is missing, with the reason.
/// </summary>
public sealed class TelemetrySampler : IDisposable
{
    /// <summary>Ten samples a second: NVML itself averages over 100 ms and more, and each sample takes a core from the cell for its time.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Seven minutes at the default interval, before samples are thinned out.</summary>
    private const int Capacity = 4096;

    private readonly IReadOnlyList<ITelemetryReader> _readers;
    private readonly string?[] _failures;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _time;
    private readonly SampleBuffer _buffer;
    private readonly SampleRow _row = new();
    private readonly ManualResetEvent _stop = new(initialState: false);
    private readonly Thread _thread;
    private long _last = long.MinValue;
    private long _allocated;
    private int _dropped;
    private string? _clockProblem;
    private bool _started;

    internal TelemetrySampler(IReadOnlyList<ITelemetryReader> readers, TimeSpan interval, TimeProvider time, int capacity = Capacity)
    {
        (_readers, _interval, _time) = (readers, interval, time);
        _failures = new string?[readers.Count];
        _buffer = new SampleBuffer(capacity);
        _thread = new Thread(Loop) { IsBackground = true, Name = "telemetry" };
    }

    /// <summary>A sampler of the sensors that matter to a provider: the processor's always, the GPU's for one that computes there.</summary>
    public static TelemetrySampler For(string provider) =>
        new(TelemetryReaders.For(provider, TimeProvider.System.TimestampFrequency), DefaultInterval, TimeProvider.System);

    /// <summary>Begins to sample. Call it before the first measured operation.</summary>
    public void Start()
    {
        _started = true;
        _thread.Start();
    }

    /// <summary>Takes a last sample, ends the thread, and reports on a window of time.</summary>
    /// <param name="originTicks">Start of the first operation, in <see cref="System.Diagnostics.Stopwatch"/> ticks: the report's time zero.</param>
    /// <param name="endTicks">End of the last one.</param>
    public TelemetryReport Stop(long originTicks, long endTicks)
    {
        _stop.Set();
        if (_started)
        {
            _thread.Join();
        }

        return new TelemetryWindow(_buffer, originTicks, endTicks, _time.TimestampFrequency).Report(_interval, _dropped, _allocated, Sources(), Missing());
    }

    public void Dispose()
    {
        _stop.Set();
        if (_started)
        {
            _thread.Join();
        }

        foreach (var reader in _readers)
        {
            reader.Dispose();
        }

        _stop.Dispose();
    }

    /// <summary>One sample, now.</summary>
    internal void SampleOnce(bool last = false)
    {
        var now = _time.GetTimestamp();
        if (now <= _last)
        {
            _dropped++;
            _clockProblem ??= now == _last ? null : string.Create(
                CultureInfo.InvariantCulture, $"the clock went back by {(_last - now) / (double)_time.TimestampFrequency:0.000} s while sensors were read");
            return;
        }

        _row.Clear();
        for (var i = 0; i < _failures.Length; i++)
        {
            if (_failures[i] is null)
            {
                Read(i, now);
            }
        }

        _buffer.Add(now, Math.Max(0, _time.GetTimestamp() - now), _row, last);
        _last = now;
    }

    private void Loop()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        do
        {
            SampleOnce();
        }
        while (!_stop.WaitOne(_interval));

        SampleOnce(last: true);
        _allocated = GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void Read(int reader, long now)
    {
        try
        {
            _readers[reader].Read(now, _row);
        }
        catch (Exception problem)
        {
            // A driver's or a file's trouble must not end the measurement; it is reported as the reason why this is missing.
            _failures[reader] = $"{problem.GetType().Name}: {problem.Message}";
        }
    }

    private Dictionary<TelemetryQuantity, string> Sources()
    {
        var sources = _readers.SelectMany(reader => reader.Sources).ToDictionary();
        if (_clockProblem is not null)
        {
            sources.Remove(TelemetryQuantity.CpuEnergyJoules);
            sources.Remove(TelemetryQuantity.DramEnergyJoules);
            sources.Remove(TelemetryQuantity.GpuEnergyJoules);
        }

        return sources;
    }

    private List<MissingReading> Missing()
    {
        var missing = new List<MissingReading>();
        for (var i = 0; i < _failures.Length; i++)
        {
            missing.AddRange(_failures[i] is { } failure ? [new MissingReading([.. _readers[i].Sources.Keys], failure)] : _readers[i].Missing);
        }

        if (_clockProblem is { } problem)
        {
            missing.Add(new MissingReading(
                [TelemetryQuantity.CpuEnergyJoules, TelemetryQuantity.DramEnergyJoules, TelemetryQuantity.GpuEnergyJoules], problem));
        }

        return missing;
    }
}
