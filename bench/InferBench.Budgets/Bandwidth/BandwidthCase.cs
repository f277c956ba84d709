using InferBench.Budgets.Figures;
using InferBench.Core.Samples;
using InferBench.Models.Precision;
using InferBench.Models.Probes;
using InferBench.Runtime.Ceilings;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Providers;

namespace InferBench.Budgets.Bandwidth;

/// <summary>
/// The machine's memory, ONNX Runtime's one-row product and a decoder, in turns in one process. On a shared host the memory's bandwidth moves by half
/// within minutes, so only ratios of neighbours in time mean anything.
/// </summary>
internal sealed class BandwidthCase : IDisposable
{
    private const int Prompt = 16;
    private const int Generated = 8;
    private const long BlockBytes = 512L << 20;
    private const int Passes = 5;

    private readonly DecoderSession _session;
    private readonly DecoderWorkload _workload;
    private readonly OperationTrace _trace = new(Generated);
    private readonly MemoryArrays _memory;
    private readonly ProbeSession _kernel;
    private readonly long _kernelBytes;
    private readonly double _stepBytes;

    /// <param name="modelPath">A decoder whose weights no cache holds.</param>
    /// <param name="width">Rows and columns of the kernel's matrices: the decoder's hidden size.</param>
    /// <param name="weightBytes">What a decode step reads of the weights.</param>
    /// <param name="kvBytesPerToken">Keys and values of one token.</param>
    /// <param name="scratch">Takes the kernel's model.</param>
    public BandwidthCase(string modelPath, int width, long weightBytes, long kvBytesPerToken, Scratch scratch)
    {
        var threads = Environment.ProcessorCount;
        _session = DecoderSession.Load(modelPath, ExecutionProviders.Cpu, threads);
        _workload = _session.CreateWorkload(1, Prompt, Generated);
        _workload.SetPrompt(PromptIds.Random(42, 1, Prompt, _session.Layout.Vocabulary));
        _stepBytes = weightBytes + (kvBytesPerToken * (Prompt + (Generated / 2.0)));
        _memory = new MemoryArrays(BlockBytes, threads);
        var folder = Directory.CreateDirectory(scratch.NewPath("-kernel")).FullName;
        var (path, bytes) = ProbeModels.WriteMatMuls(folder, WeightPrecision.Fp32, width, (int)(BlockBytes / ((long)width * width * sizeof(float))));
        (_kernel, _kernelBytes) = (new ProbeSession(path, ExecutionProviders.Cpu, threads, 1, width), bytes);
        _workload.Run(_trace);
        _kernel.Pass();
    }

    /// <summary>Memory before and after, so that a drift within the round falls on all alike.</summary>
    public BandwidthRound Round()
    {
        var before = Memory();
        var kernelBefore = Kernel();
        _workload.Run(_trace);
        var steps = Enumerable.Range(1, _trace.Generated - 1).Select(i => _trace.TokenTicks[i] - _trace.TokenTicks[i - 1]);
        var decode = _stepBytes / (Spread.MedianOf(steps) / TimeProvider.System.TimestampFrequency);
        return new BandwidthRound((before + Memory()) / 2, (kernelBefore + Kernel()) / 2, decode);
    }

    public void Dispose()
    {
        _kernel.Dispose();
        _memory.Dispose();
        _workload.Dispose();
        _session.Dispose();
    }

    private double Memory() => _memory.Bytes / Spread.MedianOf(Enumerable.Range(0, Passes).Select(_ => _memory.Pass(triad: false)).ToList());

    private double Kernel() => _kernelBytes / Spread.MedianOf(Enumerable.Range(0, Passes).Select(_ => _kernel.Pass()).ToList());
}
