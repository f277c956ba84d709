using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using InferBench.Models.Tokenizers;

namespace InferBench.Models.Tests.Tokenizers;

public sealed class TextPatternTests
{
    [Theory]
    [InlineData(@"[^\r\n\p{L}\p{N}]?+\p{L}+", @"(?>[^\r\n\p{L}\p{N}]?)\p{L}+")]
    [InlineData(@" ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$", @" ?(?>[^\s\p{L}\p{N}]+)(?>[\r\n]*)|(?>\s+)$")]
    [InlineData(@"(?:ab)++c", @"(?>(?:ab)+)c")]
    [InlineData(@"(a|b)?+", @"(?>(?:a|b)?)")]
    [InlineData(@"(?i:'s|'t)|\p{N}{1,3}", @"(?i:'s|'t)|\p{N}{1,3}")]
    [InlineData(@"a{,3}b{2}c{x}", @"a{0,3}b{2}c\{x\}")]
    [InlineData(@"\w+[\w'-]\h\x{2581}\x41\p{^L}\pN", @"[\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\u200C\u200D]+[\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\u200C\u200D'\-][0-9a-fA-F]\u2581\u0041\P{L}\p{N}")]
    [InlineData(@" ?[^(\s|[.,!?…])]+", @" ?[^(\s|.,!?…)]+")]
    [InlineData("[一-龥぀-ゟ]+", "[一-龥぀-ゟ]+")]
    public void ToNet_OnigurumaPattern_MeansTheSame(string oniguruma, string expected)
    {
        var net = OnigurumaPattern.ToNet(oniguruma);

        Assert.Equal(expected, net);
        Assert.NotNull(new Regex(net));
    }

    [Theory]
    [InlineData(@"\p{N}{1,3}+", "'+' after an interval")]
    [InlineData(@"[a-z&&[^x]]", "an intersection of classes at character 5")]
    [InlineData(@"[a[^b]]", "a negated class within a class")]
    [InlineData(@"[[:alpha:]]", "a POSIX class")]
    [InlineData(@"(a)\1", @"\1 at character 4")]
    [InlineData(@"\p{Cyrillic}", "the property \"Cyrillic\"")]
    [InlineData(@"a(?i)b|c", "(?i) that is not at the beginning")]
    [InlineData(@"(?<n>a)", "the group \"(?<n\"")]
    [InlineData(@"\X", @"\X at character 1")]
    [InlineData("🙂", "a character above U+FFFF")]
    [InlineData("*a", "nothing to repeat")]
    [InlineData("a)", "a ')' without its '('")]
    [InlineData("[a", "a class without its end")]
    [InlineData("a\\", "a lone backslash")]
    public void ToNet_WhatHasNoEqual_IsRefusedByName(string oniguruma, string expected)
    {
        var error = Assert.Throws<FormatException>(() => OnigurumaPattern.ToNet(oniguruma));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ByCategory_EveryStandIn_HasTheCategoryItStandsFor() =>
        Assert.All(AstralStandIns.ByCategory, pair => Assert.Equal(pair.Key, CharUnicodeInfo.GetUnicodeCategory(pair.Value)));

    /// <summary>Oniguruma sees characters; \p{L} takes letters above U+FFFF, and [^\s\p{L}\p{N}] does not.</summary>
    [Fact]
    public void Cut_CharactersAboveTheBmp_HaveTheirCategory()
    {
        const string Text = "x𝒜𝒷 𠀀y🙂! 𝟗𝟘";
        var cuts = new Cuts();

        TextPattern.Gpt2.Cut(Text, cuts);

        Assert.Equal(["x𝒜𝒷", " 𠀀y", "🙂!", " 𝟗𝟘"], cuts.Stretches.Select(s => Text[s.Start..s.End]));
    }

    [Theory]
    [InlineData(SplitBehavior.Removed, "a|b|c")]
    [InlineData(SplitBehavior.Isolated, "a|-|b|-|-|c|-")]
    [InlineData(SplitBehavior.MergedWithPrevious, "a-|b-|-|c-")]
    [InlineData(SplitBehavior.MergedWithNext, "a|-b|-|-c|-")]
    [InlineData(SplitBehavior.Contiguous, "a|-|b|--|c|-")]
    internal void Split_EachBehaviour_CutsAsTheFormatSays(SplitBehavior behavior, string expected)
    {
        // The example and its results are those of huggingface/tokenizers, tokenizer/normalizer.rs, "the-final--countdown-", shortened.
        var (cuts, pieces, text) = (new Cuts(), new List<Piece>(), "a-b--c-");
        cuts.AddDelimiters(text, rune => rune == (Rune)'-');

        cuts.Split(new Piece(text, 0, text.Length, true), behavior, invert: false, pieces);

        Assert.Equal(expected, string.Join('|', pieces));
    }
}
