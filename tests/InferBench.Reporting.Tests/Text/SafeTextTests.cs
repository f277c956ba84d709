using InferBench.Reporting.Text;

namespace InferBench.Reporting.Tests.Text;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two\r\nlines", "two  lines")]
    [InlineData("bell\u0007null\0", "bellnull")]
    [InlineData("a\u202Eb\u2066c\u200F", "abc")]
    [InlineData("\uFFFE\uFFFFx", "x")]
    [InlineData("عصبية", "عصبية")]
    [InlineData("", "")]
    public void Of_AnyText_IsOneLineThatXmlCanHold(string text, string expected) => Assert.Equal(expected, SafeText.Of(text));

    // Not inline data: attributes are stored as UTF-8, which has no unpaired surrogates.
    [Fact]
    public void Of_UnpairedSurrogate_IsReplaced() => Assert.Equal("half \uFFFD pair", SafeText.Of("half \uD800 pair"));

    [Fact]
    public void Shortened_FamilyEmoji_IsNotCutInHalf()
    {
        const string family = "👨‍👩‍👧";

        Assert.Equal($"{family}{family}…", SafeText.Shortened(string.Concat(Enumerable.Repeat(family, 5)), 3));
    }
}
