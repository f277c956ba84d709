using InferBench.Core.Errors;

namespace InferBench.Core.Tests.Errors;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("model.onnx: is empty", "model.onnx: is empty")]
    [InlineData("a\nb\r\nc\td", "a b  c d")]
    [InlineData("\u001b[31mred\0\u202Eder", "?[31mred??der")]
    [InlineData("naïve 漢字 😀", "naïve 漢字 😀")]
    public void Of_Text_IsOneLineWithoutControlCharacters(string text, string expected) => Assert.Equal(expected, OneLine.Of(text));

    [Fact]
    public void Of_LongText_KeepsItsTwoEnds()
    {
        var line = OneLine.Of($"model.onnx: \"{new string('x', 100_000)}\" is missing");

        Assert.Equal(OneLine.Longest, line.Length);
        Assert.StartsWith("model.onnx: \"xxx", line, StringComparison.Ordinal);
        Assert.EndsWith("xxx\" is missing", line, StringComparison.Ordinal);
    }

    [Fact]
    public void BadInput_LineEndInAName_IsOneProblem() =>
        Assert.Equal("\"a b\" is missing", new BadInputException("\"a\nb\" is missing").Message);

    [Fact]
    public void BadInput_SeveralProblems_AreALineEach() =>
        Assert.Equal("one\ntwo of two", BadInputException.Of(["one", "two\nof two"]).Message);
}
