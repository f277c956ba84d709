using InferBench.Core.Errors;
using InferBench.Models;
using InferBench.Models.Configs;
using InferBench.Models.Onnx;

namespace InferBench.Cli.Preparation;

/// <summary>What is known of a model file before it is loaded, read from its graph and from the configuration beside it.</summary>
/// <param name="Identity">Content hash, sizes and weight format.</param>
/// <param name="Layout">Graph form: genai where attention is GroupQueryAttention, else optimum.</param>
/// <param name="ContextLength">Longest sequence; null where nothing says.</param>
/// <param name="HasCache">Whether the graph has inputs for a KV cache or another state, as a decoder has.</param>
/// <param name="Shape">What a sequence costs in memory; null where the graph is no decoder with a cache of known size.</param>
internal sealed record ModelFacts(ModelIdentity Identity, string Layout, int? ContextLength, bool HasCache, ModelShape? Shape)
{
    public const string GenAi = "genai";

    public const string Optimum = "optimum";

    // A terabyte for a token: dimensions that are beyond it are no decoder's, and nothing is computed with them.
    private const long MostCachePerToken = 1L << 40;

    /// <exception cref="ModelException">The file is no model, is damaged, or its external data is missing or leads out of its folder.</exception>
    public static ModelFacts Read(string file, CancellationToken cancellation) => Of(OnnxModelReader.Read(file), cancellation);

    public static ModelFacts Of(OnnxModel model, CancellationToken cancellation)
    {
        var config = DecoderConfigReader.ReadFolder(Path.GetDirectoryName(model.Path)!);
        var shared = model.Graph.Nodes.Any(node => node.OpType == "GroupQueryAttention");
        return new ModelFacts(
            ModelIdentity.Compute(model, cancellation),
            shared ? GenAi : Optimum,
            config?.ContextLength,
            IsDecoder(model.Graph),
            ShapeOf(model.Graph, config, shared));
    }

    /// <summary>Whether a graph has inputs for a KV cache or another state, as a decoder has; else it is a one-shot model.</summary>
    public static bool IsDecoder(OnnxGraph graph) => CacheInputs(graph).Any();

    /// <summary>A cache input is [batch, heads, length, head size]; where a dimension is free, the configuration says it.</summary>
    private static ModelShape? ShapeOf(OnnxGraph graph, DecoderConfig? config, bool shared)
    {
        Int128 perToken = 0;
        foreach (var input in CacheInputs(graph))
        {
            if (input is not { ElementType: { } type, Dims: [_, var heads, _, var size] }
                || (heads.Value ?? config?.KvHeads) is not { } headCount
                || (size.Value ?? config?.HeadSize) is not { } headSize)
            {
                return null;
            }

            perToken += (Int128)headCount * headSize * Bits(type) / 8;
        }

        var logits = graph.Outputs.FirstOrDefault(output => output.Name == "logits");
        return logits is { ElementType: { } logitsType, Dims: [_, var length, var vocabulary] } && (vocabulary.Value ?? config?.VocabSize) is > 0 and < int.MaxValue and { } vocab
            && perToken > 0 && perToken < MostCachePerToken
            ? new ModelShape((long)(shared ? perToken : 2 * perToken), vocab, vocab * Bits(logitsType) / 8, length.Value == 1, (long)perToken)
            : null;
    }

    private static IEnumerable<OnnxValue> CacheInputs(OnnxGraph graph) =>
        graph.Inputs.Where(input => input.Name.Contains("past", StringComparison.Ordinal));

    private static int Bits(OnnxElementType type) => type.BitsPerElement() ?? 32;
}
