namespace InferBench.Models.Precision;

/// <summary>Chooses the writer of a precision.</summary>
internal static class MatMulWriters
{
    /// <summary>A new writer, for one graph.</summary>
    public static IMatMulWriter For(WeightPrecision precision) => precision.Format switch
    {
        WeightFormat.Fp32 or WeightFormat.Fp16 or WeightFormat.Bf16 => new FloatMatMul(precision.Activations),
        WeightFormat.Int8Dynamic => new DynamicInt8MatMul(),
        WeightFormat.Blockwise => new BlockMatMul(precision),
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision.Format, "unknown weight format"),
    };
}
