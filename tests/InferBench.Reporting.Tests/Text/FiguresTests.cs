using InferBench.Reporting.Text;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Text;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0001234, "0.000123")]
    [InlineData(0.99994, "1.00")]
    [InlineData(0.12345, "0.123")]
    [InlineData(1.005, "1.00")]
    [InlineData(9.996, "10.0")]
    [InlineData(99.96, "100")]
    [InlineData(1234.4, "1,234")]
    [InlineData(1e-9, "1e-9")]
    [InlineData(3.2e16, "3.2e+16")]
    [InlineData(-2.5, "-2.50")]
    [InlineData(double.NaN, "–")]
    public void Number_AnyValue_HasThreeDigitsUnderAnyCulture(double value, string expected)
    {
        using var scope = new CultureScope("ru-RU");

        Assert.Equal(expected, Figures.Number(value));
    }

    [Fact]
    public void Number_Missing_IsADashAndNeverZero()
    {
        Assert.Equal("–", Figures.Number(null));
        Assert.Equal("–", Figures.Usd(null));
        Assert.Equal("–", Figures.Milliseconds(null));
        Assert.Equal("–", Figures.HalfWidth(new(5, null, null)));
        Assert.Equal("–", Figures.Ratio(null));
        Assert.Equal("–", Figures.Bytes(null));
    }

    [Theory]
    [InlineData(0.1, "$0.10")]
    [InlineData(3.99, "$3.99")]
    [InlineData(0.0125, "$0.0125")]
    [InlineData(1200, "$1,200.00")]
    public void Price_AnyPrice_KeepsItsDigits(double usd, string expected) => Assert.Equal(expected, Figures.Price(usd));

    [Theory]
    [InlineData(3.1, "×3.1")]
    [InlineData(1, "×1.0")]
    [InlineData(2.456, "×2.46")]
    public void Ratio_AnyRatio_IsAFactor(double ratio, string expected) => Assert.Equal(expected, Figures.Ratio(ratio));
}
