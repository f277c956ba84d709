namespace InferBench.Models.Precision;

/// <summary>Round to nearest over the block's own range, widened to hold zero, which stays exact.</summary>
internal sealed class AsymmetricFit(int bits, ActivationType scaleType) : IBlockFit
{
    public bool HasZeroPoints => true;

    public (float Scale, int ZeroPoint) Fit(ReadOnlySpan<float> block, Span<byte> integers)
    {
        var (low, high) = BlockQuantizer.Range(block);
        var (scale, zeroPoint) = Grid(low, high);
        BlockQuantizer.Round(block, scale, zeroPoint, bits, integers);
        return (scale, zeroPoint);
    }

    /// <summary>The steps that span <paramref name="low"/> ≤ 0 to <paramref name="high"/> ≥ 0.</summary>
    public (float Scale, int ZeroPoint) Grid(float low, float high)
    {
        var largest = (1 << bits) - 1;

        // Each end is divided by itself: their difference may be beyond the largest float.
        var scale = scaleType.Round((high / largest) - (low / largest));
        return scale < BlockQuantizer.SmallestScale
            ? (1, 1 << (bits - 1))
            : (scale, Math.Clamp((int)((-low / scale) + 0.5f), 0, largest));
    }
}
