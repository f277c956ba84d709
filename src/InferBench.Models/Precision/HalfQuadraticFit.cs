using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
/// threshold 1 / (β√|r|) needs only square roots, which all processors round alike. Sums have eight lanes everywhere, for the same reason.
/// </para>
/// </remarks>
internal sealed class HalfQuadraticFit(int bits, ActivationType scaleType) : IBlockFit
{
    private const int Lanes = 8;
    private const int Steps = 6;
    private const float FirstBeta = 10;
    private const float BetaGrowth = 1.05f;
    private static readonly float[] Starts = [1, 0.95f, 0.9f, 0.85f, 0.8f, 0.75f, 0.7f];
    private readonly AsymmetricFit _nearest = new(bits, scaleType);
    private readonly int _largest = (1 << bits) - 1;

    public bool HasZeroPoints => true;

    public (float Scale, int ZeroPoint) Fit(ReadOnlySpan<float> block, Span<byte> integers)
    {
        var (low, high) = BlockQuantizer.Range(block);
        var best = _nearest.Grid(low, high);
        var leastError = float.PositiveInfinity;
        if (high - low >= BlockQuantizer.SmallestScale * 1e6f && float.IsFinite(high - low))
        {
            // Whole vectors; zeros at the end cost nothing and are not counted.
            Span<float> weights = stackalloc float[(block.Length + Lanes - 1) / Lanes * Lanes];
            block.CopyTo(weights);
            weights[block.Length..].Clear();
            foreach (var start in Starts)
            {
                Descend(weights, block.Length, _nearest.Grid(low * start, high * start), ref best, ref leastError);
            }
        }

        BlockQuantizer.Round(block, best.Scale, best.ZeroPoint, bits, integers);
        return best;
    }

    private void Descend(
        ReadOnlySpan<float> weights, int count, (float Scale, int ZeroPoint) grid, ref (float Scale, int ZeroPoint) best, ref float leastError)
    {
        Span<float> integers = stackalloc float[weights.Length];
        Span<float> targets = stackalloc float[weights.Length];
        var beta = FirstBeta;
        for (var step = 0; step < Steps; step++, beta *= BetaGrowth)
        {
            var (error, offset) = Measure(weights, grid, beta, integers, targets);
            var scaled = error * grid.Scale * grid.Scale;
            if (scaled < leastError)
            {
                (leastError, best) = (scaled, grid);
            }

            var next = Refit(targets, integers, grid, offset / count);
            if (next == grid)
            {
                return;
            }

            grid = next;
        }
    }

    /// <summary>
    /// Rounds to the grid and writes, in steps of the grid, the integers and what the grid should hit once the outliers' errors are taken out.
    /// Returns the sum of squared residuals and the sum of how far the zero point is off.
    /// </summary>
    private (float Error, float Offset) Measure(
        ReadOnlySpan<float> weights, (float Scale, int ZeroPoint) grid, float beta, Span<float> integers, Span<float> targets)
    {
        var reciprocal = 1 / grid.Scale;
        var zeroPoint = Vector256.Create((float)grid.ZeroPoint);
        var (errors, offsets) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (var i = 0; i < weights.Length; i += Lanes)
        {
            var exact = Vector256.Create(weights[i..]) * reciprocal;
            var shifted = exact + Vector256.Create(grid.ZeroPoint + 0.5f);
            var nearest = Vector256.Min(Vector256.Max(Vector256.ConvertToInt32(shifted), Vector256<int>.Zero), Vector256.Create(_largest));
            var steps = Vector256.ConvertToSingle(nearest) - zeroPoint;
            var residual = exact - steps;
            errors += residual * residual;

            var magnitude = Vector256.Abs(residual);
            var threshold = Vector256<float>.One / (Vector256.Sqrt(magnitude) * beta);
            var shrunk = Vector256.ConditionalSelect(Vector256.GreaterThan(magnitude, threshold), magnitude - threshold, Vector256<float>.Zero);
            var target = exact - Vector256.ConditionalSelect(Vector256.LessThan(residual, Vector256<float>.Zero), -shrunk, shrunk);
            offsets += steps - target;
            steps.CopyTo(integers[i..]);
            target.CopyTo(targets[i..]);
        }

        return (Total(errors), Total(offsets));
    }

    /// <summary>The zero point as the rounded mean of what each weight asks for, and the scale by least squares.</summary>
    private (float Scale, int ZeroPoint) Refit(ReadOnlySpan<float> targets, ReadOnlySpan<float> integers, (float Scale, int ZeroPoint) grid, float offset)
    {
        var moved = MathF.Floor(offset + 0.5f);
        var centre = Math.Clamp(grid.ZeroPoint + (int)moved, 0, _largest);
        var shift = Vector256.Create((float)(centre - grid.ZeroPoint));
        var (products, squares) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (var i = 0; i < targets.Length; i += Lanes)
        {
            var step = Vector256.Create(integers[i..]) - shift;
            products += Vector256.Create(targets[i..]) * step;
            squares += step * step;
        }

        var sum = Total(squares);
        var fitted = sum > 0 ? scaleType.Round(grid.Scale * (Total(products) / sum)) : grid.Scale;
        return fitted >= BlockQuantizer.SmallestScale * 1e6f && float.IsFinite(fitted) ? (fitted, centre) : grid;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Total(Vector256<float> lanes)
    {
        var sum = 0f;
        for (var i = 0; i < Lanes; i++)
        {
            sum += lanes[i];
        }

        return sum;
    }
}
