namespace InferBench.Models.Quantization;

/// <summary>What is done to a model's weights.</summary>
public enum QuantizationMethod
{
    /// <summary>16-bit floats throughout, but for the operators that need 32.</summary>
    Half,

    /// <summary>8 bits per output channel; activations are quantized at run time (DynamicQuantizeLinear, MatMulInteger).</summary>
    DynamicChannel,

    /// <summary>8 bits per output channel, turned back to floats before the product (DequantizeLinear): weights only.</summary>
    DequantizedChannel,

    /// <summary>Blocks along the input (MatMulNBits), round to nearest.</summary>
    BlockNearest,

    /// <summary>Blocks along the input (MatMulNBits), scales and zero points by half-quadratic optimization.</summary>
    BlockHalfQuadratic,
}
