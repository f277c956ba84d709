using FsCheck;
using FsCheck.Fluent;
using InferBench.Models.Precision;

namespace InferBench.Models.Tests.Quantization;

public sealed class BlockFitTests
{
    [Fact]
    public void Fit_AsymmetricNearest_IsWithinHalfAStepOrOneWhereTheZeroPointWasRounded() => Check((block, integers, scale, zeroPoint) =>
        block.Select((w, i) => Math.Abs(w - ((integers[i] - zeroPoint) * scale)) <= scale * (integers[i] is 0 or 15 ? 1.001f : 0.501f)).All(ok => ok), Asymmetric);

    [Fact]
    public void Fit_AsymmetricNearest_KeepsZeroExact() =>
        Check((block, integers, _, zeroPoint) => block.Select((w, i) => w != 0 || integers[i] == zeroPoint).All(ok => ok), Asymmetric);

    [Fact]
    public void Fit_HalfQuadratic_IsNeverWorseThanNearestInSquaredError() => Check(
        (block, integers, scale, zeroPoint) =>
        {
            var nearest = new byte[32];
            var (s, z) = Asymmetric.Fit(block, nearest);
            return SquaredError(block, integers, scale, zeroPoint) <= (SquaredError(block, nearest, s, z) * 1.0001) + 1e-12;
        },
        new HalfQuadraticFit(4, ActivationType.Fp32));

    [Fact]
    public void Fit_NormalWeights_LoseClearlyLessByHalfQuadratic()
    {
        var (nearestError, quadraticError) = (0.0, 0.0);
        for (var seed = 0; seed < 200; seed++)
        {
            // Twelve uniform numbers add up to a variate that is all but normal.
            var block = OneProjection.Numbers(32 * 12, seed).Chunk(12).Select(c => c.Sum()).ToArray();
            var integers = new byte[32];
            var (scale, zeroPoint) = Asymmetric.Fit(block, integers);
            nearestError += SquaredError(block, integers, scale, zeroPoint);
            (scale, zeroPoint) = new HalfQuadraticFit(4, ActivationType.Fp32).Fit(block, integers);
            quadraticError += SquaredError(block, integers, scale, zeroPoint);
        }

        Assert.True(quadraticError < 0.92 * nearestError, $"{quadraticError / nearestError:F3}");
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(1e-42f)]
    [InlineData(3e38f)]
    public void Fit_ExtremeBlocks_GiveFiniteScales(float size)
    {
        foreach (var fit in (IBlockFit[])[Asymmetric, new SymmetricFit(4, ActivationType.Fp32), new HalfQuadraticFit(4, ActivationType.Fp32)])
        {
            float[] block = [size, -size, size / 2, 0];
            var integers = new byte[16];

            var (scale, zeroPoint) = fit.Fit(block, integers);

            Assert.True(float.IsFinite(scale) && scale != 0);
            Assert.All(block.Zip(integers), p => Assert.True(Math.Abs(p.First - ((p.Second - zeroPoint) * (double)scale)) <= Math.Abs((double)scale) * 1.01));
        }
    }

    private static AsymmetricFit Asymmetric { get; } = new(4, ActivationType.Fp32);

    private static void Check(Func<float[], byte[], float, int, bool> property, IBlockFit fit) => Prop.ForAll<short[]>(numbers =>
    {
        var block = numbers.Take(32).Select(n => n / 1_024f).ToArray();
        var integers = new byte[32];
        var (scale, zeroPoint) = fit.Fit(block, integers);
        return property(block, integers, scale, zeroPoint);
    }).QuickCheckThrowOnFailure();

    private static double SquaredError(float[] block, byte[] integers, float scale, int zeroPoint) =>
        block.Select((w, i) => Math.Pow(w - ((integers[i] - zeroPoint) * (double)scale), 2)).Sum();
}
