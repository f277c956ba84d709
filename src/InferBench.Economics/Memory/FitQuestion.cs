namespace InferBench.Economics.Memory;

/// <summary>What is to fit where.</summary>
/// <param name="Model">The model, at that context.</param>
/// <param name="Context">Tokens of each sequence, prompt and generated together.</param>
/// <param name="Concurrency">Sequences at once.</param>
/// <param name="DeviceBytes">Memory of a device that can be used.</param>
/// <param name="Overhead">What the runtime takes of it.</param>
/// <param name="Chunk">Prompt tokens that are in work at once.</param>
public sealed record FitQuestion(
    ServedModel Model,
    long Context,
    long Concurrency,
    double DeviceBytes,
    RuntimeOverhead Overhead,
    int Chunk = FitQuestion.DefaultChunk)
{
    /// <summary>Smallest default of vLLM's <c>max_num_batched_tokens</c>.</summary>
    public const int DefaultChunk = 2048;
}
