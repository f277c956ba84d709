using InferBench.Cli.Bundles;
using InferBench.Core.Errors;

namespace InferBench.Cli.Tests.Bundles;

public sealed class PartSizeTests
{
    [Theory]
    [InlineData("56M", 58_720_256)]
    [InlineData("1m", 1_048_576)]
    [InlineData("2048K", 2_097_152)]
    [InlineData("1G", 1_073_741_824)]
    [InlineData("60000000", 60_000_000)]
    public void Parse_Size_IsWhatCoreutilsSplitMeans(string text, long bytes) => Assert.Equal(bytes, PartSize.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("M")]
    [InlineData("-5M")]
    [InlineData("1.5M")]
    [InlineData("10")]
    [InlineData("99999999999G")]
    [InlineData("5MB")]
    public void Parse_NoSize_IsRefused(string text) =>
        Assert.Equal($"--split: '{text}' is no size of at least 1M; write 56M or 1G", Assert.Throws<BadInputException>(() => PartSize.Parse(text)).Message);
}
