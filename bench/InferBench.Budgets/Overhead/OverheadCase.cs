using System.Diagnostics;
using InferBench.Budgets.Figures;
using InferBench.Core.Samples;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Providers;

namespace InferBench.Budgets.Overhead;

/// <summary>One operation, run by the workload and by a bare loop in turns, on the same session and the same buffers.</summary>
internal sealed class OverheadCase : IDisposable
{
    /// <summary>One thread: an operator then never waits for a core that something else holds, and what the harness adds is the same.</summary>
    public const int Threads = 1;

    private const long Seed = 42;
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(0.4);

    private readonly DecoderSession _session;
    private readonly DecoderWorkload _workload;
    private readonly BareLoop _bare;
    private readonly OperationTrace _trace;

    public OverheadCase(string name, string modelPath, int prompt, int generated)
    {
        (Name, ModelPath, Prompt, Generated) = (name, modelPath, prompt, generated);
        _session = DecoderSession.Load(modelPath, ExecutionProviders.Cpu, Threads);
        _workload = _session.CreateWorkload(1, prompt, generated);
        _workload.SetPrompt(PromptIds.Random(Seed, 1, prompt, _session.Layout.Vocabulary));
        _trace = new OperationTrace(generated);
        _bare = new BareLoop(_session, _workload);
        WarmUp();
    }

    public string Name { get; }

    public string ModelPath { get; }

    public int Prompt { get; }

    public int Generated { get; }

    /// <summary>A case with as many tokens as its operation needs to take this long.</summary>
    public static OverheadCase AtLeast(TimeSpan operation, string name, string modelPath, int prompt)
    {
        const int probed = 32;
        double step;
        using (var probe = new OverheadCase(name, modelPath, prompt, probed))
        {
            step = probe.Round().BareNs / probed;
        }

        return new OverheadCase(name, modelPath, prompt, Math.Max(1, (int)Math.Ceiling(operation.TotalNanoseconds / step)));
    }

    /// <summary>Median nanoseconds of an operation, each way.</summary>
    public (double BareNs, double WorkloadNs) Round()
    {
        var pairs = (int)Math.Clamp(RoundTime / (2 * Time(_bare.Run)), 5, 4_000);
        var bare = new double[pairs];
        var workload = new double[pairs];
        for (var i = 0; i < pairs; i++)
        {
            // Each goes first as often as the other: what one leaves in the caches, the other finds.
            if (i % 2 == 0)
            {
                bare[i] = Time(_bare.Run).TotalNanoseconds;
                workload[i] = Time(RunWorkload).TotalNanoseconds;
            }
            else
            {
                workload[i] = Time(RunWorkload).TotalNanoseconds;
                bare[i] = Time(_bare.Run).TotalNanoseconds;
            }
        }

        return (Spread.MedianOf(bare), Spread.MedianOf(workload));
    }

    public void Dispose()
    {
        _bare.Dispose();
        _session.Dispose();
    }

    private void RunWorkload() => _workload.Run(_trace);

    private void WarmUp()
    {
        // Long enough for tiered compilation to have replaced both loops.
        var until = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 2);
        while (Stopwatch.GetTimestamp() < until)
        {
            RunWorkload();
            _bare.Run();
        }

        if (!_bare.Output.SequenceEqual(_workload.Output(0)))
        {
            throw new InvalidOperationException($"{Name}: the bare loop generates other ids than the workload");
        }
    }

    private static TimeSpan Time(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start);
    }
}
