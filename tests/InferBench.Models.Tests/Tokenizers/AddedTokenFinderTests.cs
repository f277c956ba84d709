using InferBench.Models.Tokenizers;

namespace InferBench.Models.Tests.Tokenizers;

public sealed class AddedTokenFinderTests
{
    [Theory]
    [InlineData("a<m>b", false, false, false, "a|[<m>]|b")]
    [InlineData("a <m> b", true, false, false, "a|[ <m>]| b")]
    [InlineData("a <m> b", false, true, false, "a |[<m> ]|b")]
    [InlineData("a<m> <m>b", true, true, false, "a|[<m> ]|[<m>]|b")]
    [InlineData("a<m> <m>_ <m>.", false, false, true, "a<m> <m>_ |[<m>]|.")]
    [InlineData("<m><mm><m", false, false, false, "[<m>]|[<mm>]|<m")]
    [InlineData("nothing", true, true, true, "nothing")]
    public void Find_TokenWithItsFlags_TakesWhatTheySay(string text, bool left, bool right, bool singleWord, string expected)
    {
        AddedToken Token(int id, string content) => new(id, content, IsSpecial: true, false, left, right, singleWord);
        var finder = new AddedTokenFinder([("<m>", Token(1, "<m>")), ("<mm>", Token(2, "<mm>")), ("", Token(3, ""))]);

        var found = finder.Find(text).Select(part => part.Token is null ? text[part.Start..part.End] : $"[{text[part.Start..part.End]}]");

        Assert.Equal(expected, string.Join('|', found));
    }
}
