using FsCheck;
using FsCheck.Fluent;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Tests.Synthetic;

public sealed class SeededWeightsTests
{
    [Fact]
    public void Fill_ManyNumbers_HasTheAskedMeanAndDeviation()
    {
        var values = new float[1 << 20];

        new SeededWeights(7, "w", 0.02, 1).Fill(values, 0);

        var mean = values.Average(v => (double)v);
        Assert.Equal(1, mean, 1e-4);
        Assert.Equal(0.02, Math.Sqrt(values.Average(v => (v - mean) * (v - mean))), 1e-4);
    }

    [Fact]
    public void Fill_AnyPartAndStride_GivesTheSameNumbers()
    {
        var weights = new SeededWeights(7, "w", 1);
        var all = new float[1_000];
        weights.Fill(all, 0);

        Prop.ForAll<byte, byte, byte>((first, stride, count) =>
        {
            var part = new float[Math.Min(count, (all.Length - first - 1) / (stride + 1))];
            weights.Fill(part, first, stride + 1);
            return part.Select((v, i) => v == all[first + (i * (stride + 1))]).All(same => same);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Fill_AnotherNameOrSeed_GivesOtherNumbers()
    {
        var firsts = new[] { new SeededWeights(1, "a", 1), new SeededWeights(1, "b", 1), new SeededWeights(2, "a", 1) }.Select(w =>
        {
            var values = new float[8];
            w.Fill(values, 0);
            return string.Join(' ', values);
        });

        Assert.Equal(3, firsts.Distinct().Count());
    }
}
