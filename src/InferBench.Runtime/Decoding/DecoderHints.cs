using System.Text.Json.Nodes;

namespace InferBench.Runtime.Decoding;

/// <summary>What a session's metadata does not tell: the operators inside, and the configuration files beside the model.</summary>
/// <param name="GroupQueryAttention">Whether attention is com.microsoft GroupQueryAttention, the only form that can share its cache buffer.</param>
/// <param name="Quantized">Whether weights are stored in fewer bits than they are computed in.</param>
/// <param name="ContextLength">Longest sequence.</param>
/// <param name="Vocabulary">Size of the vocabulary.</param>
/// <param name="KvHeads">KV heads, where the graph leaves that dimension free.</param>
/// <param name="HeadSize">Size of a head, where the graph leaves that dimension free.</param>
internal sealed record DecoderHints(
    bool GroupQueryAttention, bool Quantized, int? ContextLength, int? Vocabulary, int? KvHeads, int? HeadSize)
{
    public static DecoderHints Read(string modelPath)
    {
        var operators = File.ReadAllBytes(modelPath).AsSpan();
        var config = Config(modelPath, "config.json");
        var genai = Config(modelPath, "genai_config.json");
        return new DecoderHints(
            operators.IndexOf("GroupQueryAttention"u8) >= 0,
            operators.IndexOf("MatMulNBits"u8) >= 0 || operators.IndexOf("DequantizeLinear"u8) >= 0 || operators.IndexOf("MatMulInteger"u8) >= 0,
            Number(genai, "model", "context_length") ?? Number(config, "max_position_embeddings"),
            Number(genai, "model", "vocab_size") ?? Number(config, "vocab_size"),
            Number(genai, "model", "decoder", "num_key_value_heads") ?? Number(config, "num_key_value_heads"),
            Number(genai, "model", "decoder", "head_size") ?? Number(config, "head_dim"));
    }

    private static JsonNode? Config(string modelPath, string name)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(modelPath))!, name);
        return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) : null;
    }

    private static int? Number(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = node?[name];
        }

        return node?.GetValue<int>();
    }
}
