namespace InferBench.Models.Precision;

/// <summary>The float type that flows between operators: embeddings, norms, caches, logits and quantization scales have it.</summary>
public enum ActivationType
{
    /// <summary>32-bit floats; what CPUs want.</summary>
    Fp32,

    /// <summary>16-bit floats; what CUDA wants, and the only type with GroupQueryAttention there.</summary>
    Fp16,
}
