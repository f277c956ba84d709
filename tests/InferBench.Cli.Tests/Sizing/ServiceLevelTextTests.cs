using InferBench.Cli.Sizing;
using InferBench.Core.Errors;
using InferBench.Economics.Sizing;

namespace InferBench.Cli.Tests.Sizing;

public sealed class ServiceLevelTextTests
{
    [Fact]
    public void Parse_BothLimits_AreNanoseconds() =>
        Assert.Equal(new ServiceLevel(2_000_000_000, 50_000_000, 95), ServiceLevelText.Parse(" ttft < 2s, tpot<50ms", 95));

    [Fact]
    public void Parse_Nothing_LimitsNothing() => Assert.Equal(new ServiceLevel(null, null, null), ServiceLevelText.Parse(null, null));

    [Theory]
    [InlineData("ttft<2", "--slo ttft: '2' is not a time; write a number and its unit, such as 250us, 5ms, 2s or 1m")]
    [InlineData("ttft", "--slo: 'ttft' is no limit; write limits such as ttft<2s,tpot<50ms")]
    [InlineData("ttft<=2s", "--slo ttft: '=2s' is not a time")]
    [InlineData("e2e<2s", "--slo: 'e2e' cannot be limited; write limits such as ttft<2s,tpot<50ms")]
    [InlineData("ttft<2s,ttft<3s", "--slo: ttft is limited twice")]
    [InlineData("tpot<0ms", "--slo: tpot must be above zero")]
    [InlineData("tpot<0,05s", "--slo tpot: '0' is not a time")]
    [InlineData("", "--slo: '' is no limit")]
    public void Parse_NoLimits_IsOneLine(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<BadInputException>(() => ServiceLevelText.Parse(text, null)).Message, StringComparison.Ordinal);
}
