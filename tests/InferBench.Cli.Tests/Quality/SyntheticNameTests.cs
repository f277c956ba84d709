using InferBench.Cli.Quality;

namespace InferBench.Cli.Tests.Quality;

public sealed class SyntheticNameTests
{
    [Theory]
    [InlineData("llama-15m", "llama-15m", "fp32")]
    [InlineData("llama-15m:int4", "llama-15m", "int4")]
    [InlineData("llama-15m:", "llama-15m", "")]
    [InlineData("tinyllama-1.1b:int4-rtn-b64-sym", "tinyllama-1.1b", "int4-rtn-b64-sym")]
    public void Parse_Preset_IsItsNameAndPrecision(string text, string name, string precision) =>
        Assert.Equal(new SyntheticName(name, precision), SyntheticName.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(":int4")]
    [InlineData("llama-7b:int4")]
    [InlineData("models/llama-15m")]
    [InlineData(@"C:\models\llama-15m")]
    public void Parse_AnythingElse_IsNoPreset(string text) => Assert.Null(SyntheticName.Parse(text));
}
