using InferBench.Models.Hub;

namespace InferBench.Models.Tests.Hub;

public sealed class HubRepoTests
{
    [Theory]
    [InlineData("org/name", "org/name", "main")]
    [InlineData("gpt2", "gpt2", "main")]
    [InlineData("org/Na.me_1-x@v1.0", "org/Na.me_1-x", "v1.0")]
    [InlineData("org/name@refs/pr/3", "org/name", "refs/pr/3")]
    public void Parse_NameAndRevision_AreRead(string text, string name, string revision) =>
        Assert.Equal(new HubRepo(name, revision), HubRepo.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("a/b/c")]
    [InlineData("/name")]
    [InlineData("org/")]
    [InlineData("org/-name")]
    [InlineData("org/name.")]
    [InlineData("org--x/name")]
    [InlineData("org/na..me")]
    [InlineData("org/name.git")]
    [InlineData("org/na me")]
    [InlineData("../name")]
    [InlineData("имя")]
    [InlineData("org/name\n")]
    [InlineData("https://huggingface.co/org/name")]
    public void Parse_BadName_IsRefused(string text) =>
        Assert.Contains("a model is named org/name", Assert.Throws<HubException>(() => HubRepo.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_TooLongName_IsRefused() => Assert.Throws<HubException>(() => HubRepo.Parse($"org/{new string('a', 93)}"));

    [Theory]
    [InlineData("")]
    [InlineData("../../x")]
    [InlineData("/main")]
    [InlineData("a..b")]
    [InlineData("a b")]
    [InlineData("a~1")]
    [InlineData("a@{1}")]
    [InlineData("main.lock")]
    [InlineData("nul")]
    public void Parse_BadRevision_IsRefused(string revision) =>
        Assert.Contains("is no revision", Assert.Throws<HubException>(() => HubRepo.Parse($"org/name@{revision}")).Message, StringComparison.Ordinal);

    [Fact]
    public void IsCommit_FullHash_IsOne()
    {
        Assert.True(HubRepo.Parse($"org/name@{FakeRepo.Commit}").IsCommit);
        Assert.False(HubRepo.Parse("org/name@0123456").IsCommit);
    }
}
