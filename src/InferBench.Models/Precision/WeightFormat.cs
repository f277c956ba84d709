namespace InferBench.Models.Precision;

/// <summary>What stands behind a weight scheme's name.</summary>
public enum WeightFormat
{
    /// <summary>32-bit floats.</summary>
    Fp32,

    /// <summary>16-bit floats, activations too.</summary>
    Fp16,

    /// <summary>bfloat16, activations too.</summary>
    Bf16,

    /// <summary>Signed 8-bit integers, one scale per output channel, activations quantized at run time (DynamicQuantizeLinear, MatMulInteger).</summary>
    Int8Dynamic,

    /// <summary>Unsigned integers in blocks along the input, one scale per block, symmetric round to nearest (MatMulNBits, accuracy level 4).</summary>
    Blockwise,
}
