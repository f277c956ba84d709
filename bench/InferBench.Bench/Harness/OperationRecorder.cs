using System.Diagnostics;
using InferBench.Bench.Workloads;
using InferBench.Core.Samples;

namespace InferBench.Bench.Harness;

/// <summary>
/// Runs a workload's operations and keeps the timestamps of those that BenchmarkDotNet counts, in traces made beforehand.
/// </summary>
public sealed class OperationRecorder(IWorkload workload, int tokens)
{
    private OperationTrace[] _traces = [];
    private readonly OperationTrace _uncounted = new(tokens);
    private int _least;
    private TimeSpan _budget;
    private long _fingerprint;
    private bool _hasFingerprint;

    /// <summary>Whether operations count from now on: set by <see cref="PhaseListener"/>.</summary>
    public bool Measuring { get; set; }

    /// <summary>Told after each counted operation how many there are; null where nobody asks.</summary>
    public Action<int>? Counted { get; set; }

    /// <summary>Counted operations so far.</summary>
    public int Count { get; private set; }

    /// <summary>Managed bytes that the counted operations allocated on their own thread.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>Whether every operation generated the same ids, or returned the same outputs.</summary>
    public bool OutputStable { get; private set; } = true;

    /// <summary>What an operation threw: BenchmarkDotNet keeps only its text, and that only in a log.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Makes room for the operations that will count; until then none does.</summary>
    /// <param name="operations">Least and most operations.</param>
    /// <param name="budget">Time for counted operations, from the first of them on.</param>
    public void Reserve(OperationCount operations, TimeSpan budget)
    {
        (_least, _budget) = (operations.Least, budget);
        _traces = new OperationTrace[operations.Most];
        for (var i = 0; i < _traces.Length; i++)
        {
            _traces[i] = new OperationTrace(tokens);
        }
    }

    public void RunOne()
    {
        var counted = Measuring && Count < _traces.Length;
        if (counted && IsOver())
        {
            // BenchmarkDotNet knows no time budget: once it is spent, the iterations that it still asks for are empty and do not count.
            return;
        }

        var trace = counted ? _traces[Count] : _uncounted;
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            workload.Run(trace);
        }
        catch (Exception failure)
        {
            Failure ??= failure;
            throw;
        }

        if (counted)
        {
            AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
            Count++;
            CheckOutput();
            Counted?.Invoke(Count);
        }
    }

    /// <summary>Compares the latest operation's output with the first's. Called between operations, not inside them.</summary>
    public void CheckOutput()
    {
        var fingerprint = workload.OutputFingerprint();
        OutputStable &= !_hasFingerprint || fingerprint == _fingerprint;
        (_fingerprint, _hasFingerprint) = (fingerprint, true);
    }

    /// <summary>Start of the first counted operation and end of the last one, in <see cref="Stopwatch"/> ticks; both 0 where none was counted.</summary>
    public (long Start, long End) Window =>
        Count == 0 ? (0, 0) : (_traces[0].StartTicks, _traces[Count - 1].TokenTicks[_traces[Count - 1].Generated - 1]);

    /// <summary>The counted operations as raw samples, the first at time zero.</summary>
    public IReadOnlyList<OperationSample> Samples()
    {
        var origin = Count == 0 ? 0 : _traces[0].StartTicks;
        return [.. _traces.Take(Count).Select(trace => ToSample(trace, origin))];
    }

    private bool IsOver() => Count >= _least && Count > 0 && Stopwatch.GetElapsedTime(_traces[0].StartTicks) > _budget;

    private static OperationSample ToSample(OperationTrace trace, long origin) => new(
        Nanoseconds(trace.StartTicks - origin),
        [.. trace.TokenTicks.Take(trace.Generated).Select(ticks => Nanoseconds(ticks - trace.StartTicks))])
    {
        Device = trace.Prefill is { } prefill ? new DeviceTimes(ToPhase(prefill), trace.Decode is { } decode && trace.Generated > 1 ? ToPhase(decode) : null) : null,
    };

    private static DevicePhase ToPhase(DeviceTicks ticks) =>
        new(Nanoseconds(ticks.HostToDevice), Nanoseconds(ticks.Compute), Nanoseconds(ticks.DeviceToHost));

    private static long Nanoseconds(long ticks) => (long)((Int128)ticks * 1_000_000_000 / Stopwatch.Frequency);
}
