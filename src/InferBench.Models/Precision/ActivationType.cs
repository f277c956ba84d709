namespace InferBench.Models.Precision;

/// <summary>The float type that flows between operators: embeddings, norms, caches, logits and quantization scales have it.</summary>
public enum ActivationType
{
    /// <summary>32-bit floats; what CPUs want.</summary>
    Fp32,

    /// <summary>16-bit floats; what CUDA wants: GroupQueryAttention is there in 16 bits only.</summary>
    Fp16,

    /// <summary>bfloat16: the range of 32-bit floats and 8 bits of significand, in which most open models are published. ONNX Runtime has operators for it on GPUs only.</summary>
    Bf16,
}
