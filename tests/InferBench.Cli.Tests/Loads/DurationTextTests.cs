using InferBench.Cli.Loads;
using InferBench.Core.Errors;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Loads;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("100ms", 100_000_000)]
    [InlineData("0.5s", 500_000_000)]
    [InlineData("250us", 250_000)]
    [InlineData("1m", 60_000_000_000)]
    [InlineData("1440m", 86_400_000_000_000)]
    public void ParseNs_NumberAndUnit_IsNanosecondsInEveryCulture(string text, long expected)
    {
        using var scope = new CultureScope("ru-RU");

        Assert.Equal(expected, DurationText.ParseNs("--ttft", text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("ms")]
    [InlineData("-5ms")]
    [InlineData("5 ms")]
    [InlineData("5h")]
    [InlineData("1,5s")]
    [InlineData("NaNs")]
    [InlineData("1e3s")]
    public void ParseNs_AnythingElse_SaysWhatToWrite(string text) => Assert.Equal(
        $"--ttft: '{text}' is not a time; write a number and its unit, such as 250us, 5ms, 2s or 1m",
        Assert.Throws<BadInputException>(() => DurationText.ParseNs("--ttft", text)).Message);

    [Fact]
    public void ParseNs_LongerThanADay_IsTooLong() => Assert.Throws<BadInputException>(() => DurationText.ParseNs("--ttft", "99999999999999999999999m"));
}
