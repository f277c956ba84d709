using InferBench.Core.Scenarios;

namespace InferBench.Core.Tests.Scenarios;

public sealed class LoadGenTextTests
{
    // As C's printf("%g") and a C++ stream print them.
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1000, "1000")]
    [InlineData(165.91599, "165.916")]
    [InlineData(100000.5, "100000")]
    [InlineData(100001.5, "100002")]
    [InlineData(999999.5, "1e+06")]
    [InlineData(1234567, "1.23457e+06")]
    [InlineData(1e100, "1e+100")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(7.130264e-07, "7.13026e-07")]
    [InlineData(-0.25, "-0.25")]
    [InlineData(double.NaN, "-nan")]
    [InlineData(double.PositiveInfinity, "inf")]
    public void General_Double_IsAsAStreamPrintsIt(double value, string expected) => Assert.Equal(expected, LoadGenText.General(value));

    [Theory]
    [InlineData(90, "90.0")]
    [InlineData(99.9, "99.9")]
    [InlineData(99.25, "99.2")]
    [InlineData(99.75, "99.8")]
    public void OneDecimal_Tie_GoesToTheEvenDigit(double value, string expected) => Assert.Equal(expected, LoadGenText.OneDecimal(value));
}
