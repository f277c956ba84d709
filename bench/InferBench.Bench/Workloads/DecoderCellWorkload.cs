using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Runtime.Decoding;

namespace InferBench.Bench.Workloads;

/// <summary>A generation of one cell's shape.</summary>
internal sealed class DecoderCellWorkload : ISampledWorkload
{
    private readonly DecoderWorkload _workload;
    private readonly long[] _samples;
    private readonly long[] _prompt;

    /// <param name="workload">Given away to this.</param>
    /// <param name="samples">Prompts one after the other; the rows begin with the first of them, and over again where there are fewer.</param>
    public DecoderCellWorkload(DecoderWorkload workload, long[] samples)
    {
        (_workload, _samples) = (workload, samples);
        _prompt = new long[workload.Batch * workload.PromptLength];
        for (var row = 0; row < workload.Batch; row++)
        {
            Copy(row % (samples.Length / workload.PromptLength), row);
        }

        workload.SetPrompt(_prompt);
    }

    public ReadOnlySpan<int> Output => _workload.Output(0);

    public long? KvCacheBytes => _workload.Memory.CacheBytes;

    public OneShotReport? OneShot => null;

    public void Ask(ReadOnlySpan<int> samples)
    {
        for (var row = 0; row < samples.Length; row++)
        {
            Copy(samples[row], row);
        }

        _workload.SetPrompt(_prompt);
    }

    public void Run(OperationTrace trace) => _workload.Run(trace);

    public long OutputFingerprint()
    {
        // FNV-1a over the ids of every sequence.
        var hash = 0xCBF29CE484222325UL;
        for (var row = 0; row < _workload.Batch; row++)
        {
            foreach (var id in _workload.Output(row))
            {
                hash = unchecked((hash ^ (uint)id) * 0x100000001B3UL);
            }
        }

        return unchecked((long)hash);
    }

    public void Dispose() => _workload.Dispose();

    private void Copy(int sample, int row)
    {
        var length = _workload.PromptLength;
        _samples.AsSpan(sample * length, length).CopyTo(_prompt.AsSpan(row * length));
    }
}
