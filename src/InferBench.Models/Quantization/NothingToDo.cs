using System.Globalization;
using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>Says why a model has nothing to quantize.</summary>
internal static class NothingToDo
{
    private static readonly string[] QuantizedOperators =
    [
        "MatMulNBits", "MatMulBnb4", "MatMulInteger", "DynamicQuantizeMatMul", "QLinearMatMul", "QLinearConv", "ConvInteger", "QGemm", "QAttention",
        "DequantizeLinear", "GatherBlockQuantized",
    ];

    public static QuantizationException For(ModelEdit edit, WeightChanges changes)
    {
        var nodes = edit.Index.Graphs.SelectMany(g => g.Node).ToList();
        if (nodes.Where(n => QuantizedOperators.Contains(n.OpType)).GroupBy(n => n.OpType).MaxBy(g => g.Count()) is { } quantized)
        {
            return new QuantizationException(string.Create(
                CultureInfo.InvariantCulture, $"{edit.File}: is already quantized: it has {quantized.Count()} {quantized.Key}, and no float weight that this scheme covers"));
        }

        var left = string.Concat(changes.Left.Select(l => string.Create(CultureInfo.InvariantCulture, $"; {l.Count} left: {l.Reason}")));
        var convolutions = nodes.Count(n => n.OpType is "Conv" or "ConvTranspose");
        return new QuantizationException(string.Create(
            CultureInfo.InvariantCulture,
            $"{edit.File}: there is nothing to quantize: of {changes.Candidates} MatMul and Gemm none has a weight that this scheme covers{left}{(convolutions > 0 ? $" ({convolutions} convolutions stay as they are)" : "")}"));
    }
}
