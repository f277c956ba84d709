using InferBench.Models.Onnx;

namespace InferBench.Models.Weights;

/// <summary>What operators do with their inputs, as far as weights are concerned.</summary>
internal static class OperatorRoles
{
    /// <summary>Whether the input is a scale, a zero point or a group index of a quantized operand.</summary>
    public static bool IsQuantizationAid(string opType, int input) => opType switch
    {
        "QuantizeLinear" or "DequantizeLinear" => input is 1 or 2,
        "MatMulNBits" => input is 2 or 3 or 4,
        "MatMulBnb4" => input == 2,
        "GatherBlockQuantized" or "MatMulInteger" or "ConvInteger" or "DynamicQuantizeMatMul" => input is 2 or 3,
        "MatMulIntegerToFloat" => input is 2 or 3 or 4 or 5,
        "QLinearMatMul" or "QLinearConv" or "QLinearAdd" or "QLinearMul" => input is 1 or 2 or 4 or 5 or 6 or 7,
        "QGemm" => input is 1 or 2 or 4 or 5 or 7 or 8,
        _ => opType.StartsWith("QLinear", StringComparison.Ordinal) && input > 0,
    };

    /// <summary>Whether the input is a table of cosines or sines.</summary>
    public static bool IsRotaryTable(OnnxNode node, int input) => node.OpType switch
    {
        "GroupQueryAttention" => input is 7 or 8,
        "RotaryEmbedding" => node.Domain.Length == 0 ? input is 1 or 2 : input is 2 or 3,
        _ => false,
    };

    /// <summary>Whether only the rows that are asked for are read.</summary>
    public static bool IsLookup(string opType, int input) => opType is "Gather" or "GatherBlockQuantized" && input is 0 or 2 or 3;

    /// <summary>Whether the input is multiplied as a matrix (or convolved).</summary>
    public static bool IsMatMul(string opType, int input) => opType switch
    {
        "MatMul" or "FusedMatMul" or "Gemm" or "FusedGemm" => input is 0 or 1,
        "MatMulNBits" or "MatMulBnb4" or "MatMulInteger" or "MatMulIntegerToFloat" or "DynamicQuantizeMatMul" or "ConvInteger" or "Conv" or "FusedConv"
            or "ConvTranspose" => input == 1,
        "QLinearMatMul" or "QLinearConv" or "QGemm" => input == 3,
        "Attention" or "QAttention" or "LSTM" or "GRU" or "RNN" or "DynamicQuantizeLSTM" => input is 1 or 2,
        _ => false,
    };

    /// <summary>Whether the operator only hands its first input on in another form, as a Transpose before MatMul does.</summary>
    public static bool PassesOn(string opType) => opType is "DequantizeLinear" or "Transpose" or "Cast" or "Reshape" or "Identity" or "Squeeze" or "Unsqueeze";
}
