using InferBench.Models.Tokenizers;

namespace InferBench.Models.Tests.Tokenizers;

public sealed class PromptCutterTests
{
    private const string Text = "Measure the model, don't guess: it's 1234567 tokens! A benchmark answers one question.";

    private static readonly ITokenizer Llama3 = TokenizerReader.Open(FixtureFiles.Path("llama3.json"));
    private static readonly ITokenizer Bert = TokenizerReader.Open(FixtureFiles.Path("bert-uncased.json"));

    [Theory]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(128)]
    [InlineData(5_000)]
    public void Cut_AnyLength_HasExactlyThatManyTokens(int tokens)
    {
        var prompt = new PromptCutter(Llama3, Text).Cut(tokens);

        Assert.Equal(tokens, prompt.Ids.Length);
        Assert.Equal(Llama3.Encode("")[0], prompt.Ids[0]);
        Assert.Equal(tokens - 1 > Llama3.Count(Text, addSpecialTokens: false), prompt.IsRepeated);
        Assert.Equal(prompt.Text.Length, prompt.Characters);
        Assert.StartsWith(prompt.Text[..Math.Min(20, prompt.Text.Length)], Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_TokenizerWithTokensOnBothSides_KeepsBoth()
    {
        var prompt = new PromptCutter(Bert, Text).Cut(12);

        Assert.Equal((12, 2, 3), (prompt.Ids.Length, prompt.Ids[0], prompt.Ids[^1]));
    }

    [Fact]
    public void Cut_EqualQuestions_GiveEqualPromptsAndOtherNumbersTheNextPartOfTheText()
    {
        var cutter = new PromptCutter(Llama3, Text);

        Assert.Equal(cutter.Cut(6, 1).Ids, new PromptCutter(Llama3, Text).Cut(6, 1).Ids);
        Assert.Equal(Llama3.Encode(Text)[1..11], cutter.Cut(6).Ids[1..].Concat(cutter.Cut(6, 1).Ids[1..]));
    }

    [Fact]
    public void Cut_WholeText_IsStable()
    {
        var prompt = new PromptCutter(Llama3, Text).Cut(Llama3.Count(Text));

        Assert.True(prompt.IsStable);
        Assert.Equal(Text, prompt.Text);
    }

    [Fact]
    public void Cut_NoRoomForTheText_SaysHowManyAreNeeded()
    {
        var error = Assert.Throws<TokenizerException>(() => new PromptCutter(Bert, Text).Cut(2));

        Assert.Equal("A prompt of 2 tokens is too short: with this tokenizer's special tokens it has at least 3", error.Message);
        Assert.Throws<TokenizerException>(() => new PromptCutter(Bert, " "));
    }

    [Fact]
    public void TokensPerThousandCharacters_CountsScalarValuesAndNoSpecialTokens()
    {
        Assert.Equal(1_000.0 * Llama3.Count("a🙂b", addSpecialTokens: false) / 3, Llama3.TokensPerThousandCharacters("a🙂b"));
        Assert.Null(Llama3.TokensPerThousandCharacters(""));
    }
}
