using InferBench.Models.Configs;
using InferBench.Models.Onnx;

namespace InferBench.Runtime.Decoding;

/// <summary>What a session's metadata does not tell: the operators inside, and the configuration files beside the model.</summary>
/// <param name="GroupQueryAttention">Whether attention is com.microsoft GroupQueryAttention, the only form that can share its cache buffer.</param>
/// <param name="Quantized">Whether weights are stored in fewer bits than they are computed in.</param>
/// <param name="Config">The configuration; null where there is none.</param>
internal sealed record DecoderHints(bool GroupQueryAttention, bool Quantized, DecoderConfig? Config)
{
    private static readonly HashSet<string> QuantizedOperators =
    [
        "MatMulNBits", "MatMulBnb4", "MatMulInteger", "MatMulIntegerToFloat", "DynamicQuantizeMatMul", "QLinearMatMul", "DequantizeLinear",
        "GatherBlockQuantized", "QMoE",
    ];

    public static DecoderHints Read(OnnxModel model)
    {
        // Only what the main graph runs: a shared buffer needs the cache itself to be an input of the attention operator.
        var operators = model.Graph.Nodes;
        return new DecoderHints(
            operators.Any(n => n is { OpType: "GroupQueryAttention", Domain: "com.microsoft" }),
            operators.Any(n => QuantizedOperators.Contains(n.OpType)),
            ReadConfig(Path.GetDirectoryName(model.Path)!));
    }

    /// <summary>Hugging Face repositories keep the ONNX files in a folder <c>onnx</c> and the configuration above it.</summary>
    private static DecoderConfig? ReadConfig(string folder)
    {
        var parent = Path.GetFileName(folder) == "onnx" ? Path.GetDirectoryName(folder) : null;
        return DecoderConfigReader.ReadFolder(folder) ?? (parent is null ? null : DecoderConfigReader.ReadFolder(parent));
    }
}
