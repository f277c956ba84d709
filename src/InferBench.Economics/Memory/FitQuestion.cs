namespace InferBench.Economics.Memory;

/// <summary>What is to fit where.</summary>
/// <param name="Model">The model.</param>
/// <param name="Storage">Its weight format.</param>
/// <param name="Context">Tokens of each sequence, prompt and generated together.</param>
/// <param name="Concurrency">Sequences at once.</param>
/// <param name="CacheBits">Bits of a cached value.</param>
/// <param name="DeviceBytes">Memory of a device that can be used.</param>
/// <param name="Overhead">What the runtime takes of it.</param>
/// <param name="Chunk">Prompt tokens that are in work at once.</param>
public sealed record FitQuestion(
    ModelArchitecture Model,
    WeightStorage Storage,
    long Context,
    long Concurrency,
    int CacheBits,
    double DeviceBytes,
    RuntimeOverhead Overhead,
    int Chunk = FitQuestion.DefaultChunk)
{
    /// <summary>Smallest default of vLLM's <c>max_num_batched_tokens</c>.</summary>
    public const int DefaultChunk = 2048;
}
