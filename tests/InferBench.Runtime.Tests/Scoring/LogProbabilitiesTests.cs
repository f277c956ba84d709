using InferBench.Core.Errors;
using InferBench.Runtime.Scoring;

namespace InferBench.Tests.Runtime.Scoring;

public sealed class LogProbabilitiesTests
{
    [Theory]
    [InlineData(0f)]
    [InlineData(1e30f)]
    [InlineData(-1e30f)]
    public void Set_AnyOffset_IsTakenOff(float offset)
    {
        var row = new LogProbabilities(4);

        row.Set(0, [offset, offset, offset, offset]);

        Assert.All(row.Log.ToArray(), log => Assert.Equal(-Math.Log(4), log, 1e-15));
        Assert.All(row.Probabilities.ToArray(), p => Assert.Equal(0.25, p, 1e-15));
    }

    [Fact]
    public void Set_KnownRow_IsTheSoftmaxOfTheDefinition()
    {
        // Powers of two: 1/7, 2/7, 4/7, and an id that was masked.
        var row = new LogProbabilities(4);

        row.Set(0, [0f, MathF.Log(2), MathF.Log(4), float.NegativeInfinity]);

        double[] expected = [1 / 7.0, 2 / 7.0, 4 / 7.0, 0];
        for (var id = 0; id < expected.Length; id++)
        {
            Assert.Equal(expected[id], row.Probabilities[id], 1e-7);
        }

        Assert.Equal(double.NegativeInfinity, row.Log[3]);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Set_LogitThatIsNoNumber_NamesThePosition(float logit)
    {
        var error = Assert.Throws<BadInputException>(() => new LogProbabilities(3).Set(17, [1, logit, 2]));

        Assert.Contains("position 17", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_NothingPossible_IsRefused()
    {
        Assert.Throws<BadInputException>(() => new LogProbabilities(2).Set(0, [float.NegativeInfinity, float.NegativeInfinity]));
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.24, 1)]
    [InlineData(0.25, 3)]
    [InlineData(0.9999, 3)]
    [InlineData(1.0, 3)]
    public void Draw_PointOnTheCumulativeSum_NeverTakesTheImpossible(double point, int expected)
    {
        Assert.Equal(expected, ReferenceText.Draw([0, 0.25, 0, 0.75, 0], point));
    }
}
