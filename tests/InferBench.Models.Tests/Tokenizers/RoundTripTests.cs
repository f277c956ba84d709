using System.Text;
using FsCheck;
using FsCheck.Fluent;
using InferBench.Models.Tokenizers;

namespace InferBench.Models.Tests.Tokenizers;

public sealed class RoundTripTests
{
    // Any code units, so lone surrogates too, with the characters that pre-tokenizers care for more often than chance would have them.
    private static readonly Arbitrary<string> AnyText = Gen.OneOf(
            Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()),
            Gen.Elements(" ", "\n", "\t", "'s", "'LL", "a", "Z", "7", "é", "🙂", "𝒜", "𠀀", "\uFFFE", "\uD800", "<|eot_id|>", "benchmark"))
        .ArrayOf().Select(string.Concat).ToArbitrary();

    [Theory]
    [InlineData("llama3.json")]
    [InlineData("llama2.json")]
    public void Decode_WhatEncodeGave_IsTheText(string file)
    {
        var tokenizer = TokenizerReader.Open(FixtureFiles.Path(file));

        Prop.ForAll(AnyText, text => tokenizer.Decode(tokenizer.Encode(text, addSpecialTokens: false), skipSpecialTokens: false) == Expected(text))
            .QuickCheckThrowOnFailure();

        // SentencePiece's own mark cannot be told from a space, and its unknown token from what it stands for.
        string Expected(string text) => file == "llama3.json"
            ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
            : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('▁', ' ');
    }

    [Theory]
    [InlineData("bert-cased.json")]
    [InlineData("bert-uncased.json")]
    [InlineData("clip.json")]
    [InlineData("digits.json")]
    [InlineData("metaspace-old.json")]
    [InlineData("o200k.json")]
    [InlineData("roberta.json")]
    public void Encode_AnyText_CountsAndStaysInTheVocabulary(string file)
    {
        var tokenizer = TokenizerReader.Open(FixtureFiles.Path(file));

        Prop.ForAll(AnyText, text =>
        {
            var ids = tokenizer.Encode(text);
            return ids.Length == tokenizer.Count(text) && ids.All(id => id >= 0 && tokenizer.Decode([id], skipSpecialTokens: false) is not null);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>A piece that the pattern would join with a special token after it: Microsoft.ML.Tokenizers cut it otherwise (dotnet/machinelearning#7492).</summary>
    [Theory]
    [InlineData("can only be '")]
    [InlineData("a \"")]
    [InlineData("x = [")]
    [InlineData("  ")]
    public void Encode_AnyPieceBeforeASpecialToken_IsCutAsIfTheTextEndedThere(string before)
    {
        var tokenizer = TokenizerReader.Open(FixtureFiles.Path("llama3.json"));
        var end = Assert.Single(tokenizer.Encode("<|eot_id|>", addSpecialTokens: false));

        var ids = tokenizer.Encode($"{before}<|eot_id|>", addSpecialTokens: false);

        Assert.Equal([.. tokenizer.Encode(before, addSpecialTokens: false), end], ids);
    }

    [Fact]
    public void Encode_ApostropheBeforeQwensSpecialToken_IsCutAsIfTheTextEndedThere()
    {
        using var folder = new TempFolder();
        var qwen = File.ReadAllText(FixtureFiles.Path("llama3.json"))
            .Replace(@"\\p{N}{1,3}", @"\\p{N}", StringComparison.Ordinal)
            .Replace("<|eot_id|>", "<|im_end|>", StringComparison.Ordinal);
        var tokenizer = TokenizerReader.Open(folder.Write("tokenizer.json", qwen));
        var end = Assert.Single(tokenizer.Encode("<|im_end|>", addSpecialTokens: false));

        var ids = tokenizer.Encode("can only be '<|im_end|>", addSpecialTokens: false);

        Assert.Equal([.. tokenizer.Encode("can only be", addSpecialTokens: false), .. tokenizer.Encode(" '", addSpecialTokens: false), end], ids);
    }

    [Fact]
    public void Encode_TextWithLoneSurrogates_CountsThemAsReplacementCharacters()
    {
        var tokenizer = TokenizerReader.Open(FixtureFiles.Path("llama3.json"));

        var ids = tokenizer.Encode("a\uD83D b\uDE42");

        Assert.Equal(tokenizer.Encode("a\uFFFD b\uFFFD"), ids);
    }
}
