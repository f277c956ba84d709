namespace InferBench.Models.Precision;

/// <summary>Round to nearest with the zero point in the middle.</summary>
internal sealed class SymmetricFit(int bits, ActivationType scaleType) : IBlockFit
{
    public bool HasZeroPoints => false;

    public (float Scale, int ZeroPoint) Fit(ReadOnlySpan<float> block, Span<byte> integers)
    {
        var scale = BlockQuantizer.Scale(block, bits, scaleType);
        var zeroPoint = 1 << (bits - 1);
        BlockQuantizer.Round(block, scale, zeroPoint, bits, integers);
        return (scale, zeroPoint);
    }
}
