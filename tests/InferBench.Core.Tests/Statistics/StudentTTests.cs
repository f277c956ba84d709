using InferBench.Core.Statistics;

namespace InferBench.Core.Tests.Statistics;

public sealed class StudentTTests
{
    // Two-sided critical values of the printed tables (NIST/SEMATECH e-Handbook, section 1.3.6.7.2), to their three digits,
    // and the closed forms for 1 and 2 degrees of freedom.
    [Theory]
    [InlineData(0.95, 3, 3.182)]
    [InlineData(0.95, 4, 2.776)]
    [InlineData(0.95, 9, 2.262)]
    [InlineData(0.95, 29, 2.045)]
    [InlineData(0.95, 100, 1.984)]
    [InlineData(0.90, 9, 1.833)]
    [InlineData(0.99, 9, 3.250)]
    [InlineData(0.998, 4, 7.173)]
    public void Critical_PrintedTable_Agrees(double confidence, int degreesOfFreedom, double expected) =>
        Assert.Equal(expected, StudentT.Critical(confidence, degreesOfFreedom), 0.0006);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(0.999)]
    public void Critical_OneAndTwoDegrees_EqualTheClosedForms(double confidence)
    {
        Assert.Equal(Math.Tan(Math.PI * confidence / 2), StudentT.Critical(confidence, 1), 1e-8);
        Assert.Equal(confidence * Math.Sqrt(2 / (1 - (confidence * confidence))), StudentT.Critical(confidence, 2), 1e-8);
    }

    [Fact]
    public void Critical_ManyDegrees_ApproachesTheNormal() => Assert.Equal(1.959964, StudentT.Critical(0.95, 10_000_000), 1e-5);
}
