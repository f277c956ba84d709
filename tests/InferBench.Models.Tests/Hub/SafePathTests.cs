using InferBench.Models.Hub;

namespace InferBench.Models.Tests.Hub;

public sealed class SafePathTests
{
    [Theory]
    [InlineData("model.onnx")]
    [InlineData("onnx/model_q4f16.onnx_data")]
    [InlineData("cpu_and_mobile/cpu-int4-rtn-block-32-acc-level-4/model.onnx.data")]
    [InlineData(".gitattributes")]
    [InlineData("модель.onnx")]
    [InlineData("console.json")]
    [InlineData("com.onnx")]
    [InlineData("com10.onnx")]
    public void ProblemOf_UsualPath_IsNone(string path) => Assert.Null(SafePath.ProblemOf(path));

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("./a")]
    [InlineData("a\\b")]
    [InlineData("C:a")]
    [InlineData("a:stream")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u202eb")]
    [InlineData("a*")]
    [InlineData("a?")]
    [InlineData("a.")]
    [InlineData("a /b")]
    [InlineData("CON")]
    [InlineData("nul.txt")]
    [InlineData("a/Aux.onnx")]
    [InlineData("com1.onnx")]
    [InlineData("lpt¹")]
    public void ProblemOf_PathThatIsUnsafeSomewhere_IsSaid(string path) => Assert.NotNull(SafePath.ProblemOf(path));

    [Fact]
    public void ProblemOf_HalfACharacter_IsSaid() => Assert.NotNull(SafePath.ProblemOf($"a{(char)0xD800}b"));

    [Theory]
    [InlineData(256)]
    [InlineData(600)]
    public void ProblemOf_TooLong_IsSaid(int length) => Assert.NotNull(SafePath.ProblemOf(new string('a', length)));

    [Fact]
    public void ProblemOf_TooLongInBytes_IsSaid() => Assert.NotNull(SafePath.ProblemOf(new string('я', 200)));

    [Fact]
    public void Folded_SameNameForAnotherSystem_IsEqual() => Assert.Equal(SafePath.Folded("\u00e9.ONNX"), SafePath.Folded("e\u0301.onnx"));
}
