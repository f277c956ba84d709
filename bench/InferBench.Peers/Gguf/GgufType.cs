namespace InferBench.Peers.Gguf;

/// <summary>How a tensor's numbers are stored; the values are GGUF's own (ggml.h, <c>enum ggml_type</c>).</summary>
internal enum GgufType
{
    F32 = 0,

    /// <summary>Blocks of 32 signed nibbles under one half-precision scale.</summary>
    Q4_0 = 2,

    /// <summary>Blocks of 32 signed bytes under one half-precision scale.</summary>
    Q8_0 = 8,
}
