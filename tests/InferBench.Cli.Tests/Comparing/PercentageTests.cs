using InferBench.Cli.Comparing;
using InferBench.Core.Errors;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Comparing;

public sealed class PercentageTests
{
    [Theory]
    [InlineData("3%", 0.03)]
    [InlineData("2.5 %", 0.025)]
    [InlineData("0%", 0)]
    public void Of_APercentage_IsItsFraction(string text, double fraction)
    {
        using (new CultureScope("ru-RU"))
        {
            Assert.Equal(fraction, Percentage.Of(text, "--threshold")!.Value, 12);
        }
    }

    [Theory]
    [InlineData("3")]
    [InlineData("0.03")]
    [InlineData("-3%")]
    [InlineData("2,5%")]
    [InlineData("NaN%")]
    [InlineData("1e999%")]
    [InlineData("%")]
    public void Of_SomethingElse_SaysHowToWriteIt(string text) =>
        Assert.EndsWith("write it as 3%", Assert.Throws<BadInputException>(() => Percentage.Of(text, "--threshold")).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_Nothing_IsNothing() => Assert.Null(Percentage.Of(null, "--threshold"));
}
