using InferBench.Core.Runs;

namespace InferBench.Core.Tests.Runs;

public sealed class PersonalPathsTests
{
    [Theory]
    [InlineData("/home/ada/models/x.onnx", "~/models/x.onnx")]
    [InlineData("/mnt/ada/x.onnx: corrupt", "/mnt/user/x.onnx: corrupt")]
    [InlineData("//box/share", "//host/share")]
    [InlineData("radar ada box", "radar ada box")]
    public void Hide_PathsOfAPerson_LoseTheName(string text, string expected) =>
        Assert.Equal(expected, PersonalPaths.Hide(text, "/home/ada", "ada", "box"));
}
