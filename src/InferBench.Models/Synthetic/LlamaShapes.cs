namespace InferBench.Models.Synthetic;

/// <summary>
/// Dimensions of open models people know, by the name used in plans. Only the dimensions are theirs; weights are seeded random numbers.
/// Rotary tables of long contexts are large, so contexts above 4096 are cut to 4096 here; ask for more with <c>with { Context = n }</c>.
/// </summary>
public static class LlamaShapes
{
    private const int LongestTable = 4_096;

    /// <summary>Every preset, smallest first.</summary>
    public static IReadOnlyDictionary<string, LlamaShape> All { get; } = new OrderedDictionary<string, LlamaShape>
    {
        // Nobody's: small enough for tests.
        ["llama-tiny"] = Shape(layers: 2, hidden: 64, heads: 4, kvHeads: 2, headDim: 16, ffn: 192, vocab: 256, context: 256, tied: true),

        // Karpathy's stories15M (llama2.c, trained on TinyStories).
        ["llama-15m"] = Shape(layers: 6, hidden: 288, heads: 6, kvHeads: 6, headDim: 48, ffn: 768, vocab: 32_000, context: 256, tied: true),

        // Karpathy's stories110M (llama2.c, trained on TinyStories).
        ["llama-110m"] = Shape(layers: 12, hidden: 768, heads: 12, kvHeads: 12, headDim: 64, ffn: 2_048, vocab: 32_000, context: 1_024, tied: true),

        // Alibaba's Qwen2.5-0.5B (context 32768), without its attention biases.
        ["llama-0.5b"] = Shape(layers: 24, hidden: 896, heads: 14, kvHeads: 2, headDim: 64, ffn: 4_864, vocab: 151_936, context: 32_768, tied: true, ropeTheta: 1e6),

        // The TinyLlama project's TinyLlama-1.1B (context 2048).
        ["tinyllama-1.1b"] = Shape(layers: 22, hidden: 2_048, heads: 32, kvHeads: 4, headDim: 64, ffn: 5_632, vocab: 32_000, context: 2_048, tied: false),

        // Meta's Llama-3.2-1B (context 131072), without its rotary frequency scaling.
        ["llama-1b"] = Shape(layers: 16, hidden: 2_048, heads: 32, kvHeads: 8, headDim: 64, ffn: 8_192, vocab: 128_256, context: 131_072, tied: true, ropeTheta: 5e5),

        // Meta's Llama-3.1-8B (context 131072), without its rotary frequency scaling.
        ["llama-8b"] = Shape(layers: 32, hidden: 4_096, heads: 32, kvHeads: 8, headDim: 128, ffn: 14_336, vocab: 128_256, context: 131_072, tied: false, ropeTheta: 5e5),
    };

    /// <summary>The preset of that name.</summary>
    /// <exception cref="ModelBuildException">There is none; the message lists those there are.</exception>
    public static LlamaShape Named(string name) =>
        All.TryGetValue(name, out var shape)
            ? shape
            : throw new ModelBuildException($"{name}: no synthetic model has this name (there are {string.Join(", ", All.Keys)})");

    private static LlamaShape Shape(
        int layers, int hidden, int heads, int kvHeads, int headDim, int ffn, int vocab, int context, bool tied, double ropeTheta = 10_000) => new()
        {
            Layers = layers,
            Hidden = hidden,
            Heads = heads,
            KvHeads = kvHeads,
            HeadDim = headDim,
            Ffn = ffn,
            Vocab = vocab,
            Context = Math.Min(context, LongestTable),
            Tied = tied,
            RopeTheta = ropeTheta,
        };
}
