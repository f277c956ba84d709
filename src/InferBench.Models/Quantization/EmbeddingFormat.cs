namespace InferBench.Models.Quantization;

/// <summary>What becomes of the tables that Gather looks tokens up in.</summary>
public enum EmbeddingFormat
{
    /// <summary>They stay as they are.</summary>
    Keep,

    /// <summary>8 bits with one scale per row (Gather, Cast, Mul): standard operators.</summary>
    Int8,

    /// <summary>4 bits in symmetric blocks of 32 (GatherBlockQuantized).</summary>
    Int4,
}
