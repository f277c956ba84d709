using InferBench.Models.Precision;

namespace InferBench.Models.Tests.Precision;

public sealed class WeightPrecisionTests
{
    [Fact]
    public void Parse_EveryFullName_GivesThatPrecision() => Assert.All(WeightPrecision.All, p => Assert.Equal(p, WeightPrecision.Parse(p.Name)));

    [Theory]
    [InlineData("FP32", "fp32")]
    [InlineData("int8", "int8-dyn-chan")]
    [InlineData(" int4 ", "int4-rtn-b32-sym")]
    [InlineData("int4-a16", "int4-rtn-b32-sym-a16")]
    [InlineData("BF16", "bf16")]
    [InlineData("int4-abf16", "int4-rtn-b32-sym-abf16")]
    [InlineData("int8-abf16", "int8-rtn-b32-sym-abf16")]
    public void Parse_ShortName_GivesTheFullOne(string text, string name) => Assert.Equal(name, WeightPrecision.Parse(text).Name);

    [Theory]
    [InlineData("")]
    [InlineData("int3")]
    [InlineData("int4-rtn-b48-sym")]
    [InlineData("fp32-a16")]
    [InlineData("bf16-abf16")]
    [InlineData("int4-rtn-b32-sym-a16-abf16")]
    public void Parse_AnythingElse_ListsWhatIsAccepted(string text)
    {
        var error = Assert.Throws<ModelBuildException>(() => WeightPrecision.Parse(text));

        Assert.Contains("int8-dyn-chan", error.Message, StringComparison.Ordinal);
    }
}
