namespace InferBench.Models.Precision;

/// <summary>Chooses the scale, the zero point and the integers of one block of weights.</summary>
internal interface IBlockFit
{
    /// <summary>Whether zero points differ from block to block; otherwise each is the middle of the range and none is stored.</summary>
    public bool HasZeroPoints { get; }

    /// <summary>
    /// Quantizes <paramref name="block"/>, so that (integer - zero point) × scale is close to each weight.
    /// <paramref name="integers"/> takes one integer in each byte; it may be longer than the block, and the rest means zero.
    /// </summary>
    public (float Scale, int ZeroPoint) Fit(ReadOnlySpan<float> block, Span<byte> integers);
}
