namespace InferBench.Models.Precision;

/// <summary>
/// Half-quadratic quantization of one block, free of calibration data: minimises Σ|w - s(q - z)|^p with p below one, so that a few outliers cost
/// less than many small errors.
/// </summary>
/// <remarks>
/// <para>
/// Badri and Shaji, "Half-Quadratic Quantization of Large Machine Learning Models" (2023). The loss is split by an auxiliary error e: e is the
/// shrinkage of the residual, with threshold |r|^(p-1) / β, and the grid is then fitted to w - e; β grows from step to step.
/// </para>
/// <para>
/// Two things differ from the paper. There the zero point is a float and the scale is fixed; here the zero point is an integer, as fast kernels
/// want it, and the scale is fitted by least squares in its place. And several clipped ranges are tried as starts; the grid with the
/// smallest squared error that was met on the way wins, so the result is never worse than round to nearest. p is one half: its
/// threshold 1 / (β√|r|) needs only square roots, which all processors round alike.
/// </para>
/// </remarks>
internal sealed class HalfQuadraticFit(int bits, ActivationType scaleType) : IBlockFit
{
    private const int Steps = 12;
    private const float FirstBeta = 10;
    private const float BetaGrowth = 1.05f;
    private static readonly float[] Starts = [1, 0.92f, 0.84f, 0.76f];
    private readonly AsymmetricFit _nearest = new(bits, scaleType);
    private readonly int _largest = (1 << bits) - 1;

    public bool HasZeroPoints => true;

    public (float Scale, int ZeroPoint) Fit(ReadOnlySpan<float> block, Span<byte> integers)
    {
        var (low, high) = BlockQuantizer.Range(block);
        var best = _nearest.Fit(block, integers);
        if (high - low < BlockQuantizer.SmallestScale * _largest || !float.IsFinite(high - low))
        {
            return best;
        }

        var leastError = SquaredError(block, integers, best.Scale, best.ZeroPoint);
        Span<float> target = stackalloc float[block.Length];
        foreach (var start in Starts)
        {
            var (scale, zeroPoint) = _nearest.Grid(low * start, high * start);
            var beta = FirstBeta;
            for (var step = 0; step < Steps; step++)
            {
                BlockQuantizer.Round(block, scale, zeroPoint, bits, integers);
                var error = SquaredError(block, integers, scale, zeroPoint);
                if (error < leastError)
                {
                    (leastError, best) = (error, (scale, zeroPoint));
                }

                Shrink(block, integers, scale, zeroPoint, beta, target);
                var (fitted, centre) = Refit(target, integers[..block.Length], scale, zeroPoint);
                if (fitted == scale && centre == zeroPoint)
                {
                    break;
                }

                (scale, zeroPoint) = (fitted, centre);
                beta *= BetaGrowth;
            }
        }

        BlockQuantizer.Round(block, best.Scale, best.ZeroPoint, bits, integers);
        return best;
    }

    /// <summary>Writes w - e: what the grid should hit once the outliers' errors are taken out. Residuals count in steps of the grid.</summary>
    private static void Shrink(ReadOnlySpan<float> block, ReadOnlySpan<byte> integers, float scale, int zeroPoint, float beta, Span<float> target)
    {
        for (var i = 0; i < block.Length; i++)
        {
            var restored = (integers[i] - zeroPoint) * scale;
            var residual = (block[i] - restored) / scale;
            var magnitude = MathF.Abs(residual);
            var shrunk = magnitude - (1 / (beta * MathF.Sqrt(magnitude)));
            target[i] = shrunk > 0 ? block[i] - (MathF.CopySign(shrunk, residual) * scale) : block[i];
        }
    }

    /// <summary>The scale by least squares, and the zero point as the rounded mean of what each weight asks for.</summary>
    private (float Scale, int ZeroPoint) Refit(ReadOnlySpan<float> target, ReadOnlySpan<byte> integers, float scale, int zeroPoint)
    {
        double offsets = 0;
        for (var i = 0; i < target.Length; i++)
        {
            offsets += integers[i] - (target[i] / scale);
        }

        var centre = Math.Clamp((int)Math.Floor((offsets / target.Length) + 0.5), 0, _largest);
        double products = 0, squares = 0;
        for (var i = 0; i < target.Length; i++)
        {
            var step = integers[i] - centre;
            products += (double)target[i] * step;
            squares += step * step;
        }

        var fitted = squares > 0 ? scaleType.Round((float)(products / squares)) : scale;
        return fitted >= BlockQuantizer.SmallestScale ? (fitted, centre) : (scale, zeroPoint);
    }

    private static float SquaredError(ReadOnlySpan<float> block, ReadOnlySpan<byte> integers, float scale, int zeroPoint)
    {
        var sum = 0f;
        for (var i = 0; i < block.Length; i++)
        {
            var error = (block[i] - ((integers[i] - zeroPoint) * scale)) / scale;
            sum += error * error;
        }

        return sum * scale * scale;
    }
}
