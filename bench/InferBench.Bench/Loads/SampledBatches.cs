using System.Diagnostics;
using InferBench.Bench.Workloads;
using InferBench.Core.Loads;
using InferBench.Core.Samples;
using InferBench.Core.Scenarios;

namespace InferBench.Bench.Loads;

/// <summary>Runs batches of queries on the workloads of each size: what is not full is padded to the next size.</summary>
internal sealed class SampledBatches
{
    private readonly ISampledWorkload[] _workloads;
    private readonly int[] _sizes;
    private readonly OperationTrace _trace;
    private readonly long[] _batches;
    private readonly long[] _queries;
    private readonly int[] _samples;
    private readonly List<long> _firstTokenNs;
    private readonly IRunClock _clock;
    private readonly IEnumerator<int> _order;
    private int _done;
    private int _running;

    /// <param name="workloads">By size, ascending; they stay the caller's.</param>
    /// <param name="tokens">Tokens that a sample generates; 1 for a one-shot model.</param>
    /// <param name="order">Which sample each query asks for, without end.</param>
    /// <param name="clock">The run's clock.</param>
    /// <param name="expected">Queries that are likely to come, so that nothing is allocated while they are served.</param>
    public SampledBatches(IReadOnlyList<(int Size, ISampledWorkload Workload)> workloads, int tokens, IEnumerable<int> order, IRunClock clock, int expected)
    {
        _workloads = [.. workloads.Select(workload => workload.Workload)];
        _sizes = [.. workloads.Select(workload => workload.Size)];
        _trace = new OperationTrace(tokens);
        _batches = new long[_sizes.Length];
        _queries = new long[_sizes.Length];
        _samples = new int[_sizes[^1]];
        _firstTokenNs = new List<long>(expected);
        _clock = clock;
        _order = order.GetEnumerator();
    }

    /// <summary>Queries that are done; may be read by another thread.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>Whether a batch is being run; may be read by another thread.</summary>
    public bool IsRunning => Volatile.Read(ref _running) != 0;

    /// <summary>When the first token of each query was there, in nanoseconds from the run's start, in the order of the queries.</summary>
    public IReadOnlyList<long> FirstTokenNs => _firstTokenNs;

    public IReadOnlyList<BatchUse> Use => [.. _sizes.Select((size, i) => new BatchUse(size, _batches[i], _queries[i]))];

    /// <param name="batch">The queries that follow those of the last batch.</param>
    public void Run(QueryBatch batch)
    {
        Volatile.Write(ref _running, 1);
        var size = 0;
        while (_sizes[size] < batch.Count)
        {
            size++;
        }

        for (var row = 0; row < batch.Count; row++)
        {
            _order.MoveNext();
            _samples[row] = _order.Current;
        }

        var workload = _workloads[size];
        workload.Ask(_samples.AsSpan(0, batch.Count));
        workload.Run(_trace);
        var firstNs = FirstToken();
        for (var row = 0; row < batch.Count; row++)
        {
            _firstTokenNs.Add(firstNs);
        }

        _batches[size]++;
        _queries[size] += batch.Count;
        Volatile.Write(ref _done, _done + batch.Count);
        Volatile.Write(ref _running, 0);
    }

    /// <summary>The trace has ticks of its own; how long ago its first token was is taken from the run's clock.</summary>
    private long FirstToken()
    {
        var agoNs = (long)Stopwatch.GetElapsedTime(_trace.TokenTicks[0]).TotalNanoseconds;
        return _clock.NowNs - agoNs;
    }
}
