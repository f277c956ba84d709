using System.Diagnostics;
using InferBench.Bench.Workloads;
using InferBench.Core.Runs;
using InferBench.Core.Samples;

namespace InferBench.Bench.Tests.Fakes;

/// <summary>A workload without a model: stamps its tokens, and spins, throws or changes its output where a test asks for that.</summary>
internal sealed class FakeWorkload(int tokens) : ISampledWorkload
{
    private readonly int[] _output = [.. Enumerable.Range(0, tokens)];

    /// <summary>Operations run, counted or not.</summary>
    public int Operations { get; private set; }

    /// <summary>Time that operation n takes, the first being 0; null for none.</summary>
    public Func<int, TimeSpan>? Cost { get; init; }

    /// <summary>Called in operation n, the first being 0.</summary>
    public Action<int>? During { get; init; }

    /// <summary>The fingerprint after n operations.</summary>
    public Func<int, long> Fingerprint { get; init; } = _ => 7;

    /// <summary>Device time that each operation claims; null for a workload in the host's own memory.</summary>
    public DeviceTicks? Prefill { get; init; }

    /// <inheritdoc cref="Prefill"/>
    public DeviceTicks? Decode { get; init; }

    public ReadOnlySpan<int> Output => _output;

    public long? KvCacheBytes => OneShot is null ? 4096 : null;

    public OneShotReport? OneShot { get; init; }

    public bool IsDisposed { get; private set; }

    /// <summary>Samples of each operation that was asked for any.</summary>
    public List<int[]> Asked { get; } = [];

    public void Ask(ReadOnlySpan<int> samples) => Asked.Add(samples.ToArray());

    public void Run(OperationTrace trace)
    {
        var operation = Operations++;
        trace.StartTicks = Stopwatch.GetTimestamp();
        trace.Generated = 0;
        (trace.Prefill, trace.Decode) = (Prefill, Decode);
        During?.Invoke(operation);
        if (Cost is { } cost)
        {
            Spin(trace.StartTicks, cost(operation));
        }

        for (var token = 0; token < tokens; token++)
        {
            trace.TokenTicks[token] = Stopwatch.GetTimestamp();
            trace.Generated++;
        }
    }

    public long OutputFingerprint() => Fingerprint(Operations);

    public void Dispose() => IsDisposed = true;

    private static void Spin(long began, TimeSpan cost)
    {
        while (Stopwatch.GetElapsedTime(began) < cost)
        {
            Thread.SpinWait(10);
        }
    }
}
