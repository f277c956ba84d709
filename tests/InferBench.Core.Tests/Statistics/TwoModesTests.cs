using InferBench.Core.Statistics;

namespace InferBench.Core.Tests.Statistics;

public sealed class TwoModesTests
{
    [Fact]
    public void Of_TwoGroups_NamesBoth()
    {
        var modes = TwoModes.Of([.. Enumerable.Range(0, 30).Select(i => (i % 3 == 0 ? 9.0 : 6.0) + (i * 0.001))])!;

        Assert.Equal(6, modes.Low, 1);
        Assert.Equal(9, modes.High, 1);
        Assert.Equal(20 / 30.0, modes.LowShare, 12);
    }

    [Fact]
    public void Of_AFewOutliers_IsOneGroup() => Assert.Null(TwoModes.Of([.. Enumerable.Range(0, 40).Select(i => i < 4 ? 50.0 : 10 + (i * 0.01))]));

    [Fact]
    public void Of_EqualValues_IsOneGroup() => Assert.Null(TwoModes.Of([.. Enumerable.Repeat(5.0, 40)]));

    [Fact]
    public void Of_NineteenValues_IsUnknown() => Assert.Null(TwoModes.Of([.. Enumerable.Range(0, 19).Select(i => i % 2 == 0 ? 1.0 : 2.0)]));
}
