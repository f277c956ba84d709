using System.Text.Json;
using InferBench.Models.Tokenizers;

namespace InferBench.Models.Tests.Tokenizers;

/// <summary>Ids that others computed: Hugging Face's Python libraries for GPT-2 and BERT (robertknight/rten), an independent BPE for babyllama.</summary>
public sealed class ReferenceTests
{
    private const string Reftests = "tokenizers/reftests";

    public static TheoryData<string, string, string> References { get; } = new()
    {
        { "gpt2/tokenizer.json", "monty-python-credits", "gpt2" },
        { "gpt2/vocab.json", "monty-python-credits", "gpt2" },
        { "bert-base-cased", "Rust_(programming_language)", "bert-base-cased" },
        { "bert-base-uncased", "Rust_(programming_language)", "bert-base-uncased" },
        { "bert-base-uncased", "Metal_umlaut", "bert-base-uncased" },
        { "bert-base-uncased", "monty-python-credits", "bert-base-uncased" },
    };

    [NeedsModelsTheory(Reftests)]
    [MemberData(nameof(References))]
    public void Encode_ReferenceText_GivesTheIdsOfTheReference(string files, string text, string model)
    {
        var tokenizer = TokenizerReader.Open(TestModels.Path($"{Reftests}/models/{files}"));

        var ids = tokenizer.Encode(ReadText(text));

        Assert.Equal(ReadIds(text, model), ids);
    }

    [NeedsModelsTheory(Reftests)]
    [InlineData("gpt2/tokenizer.json")]
    [InlineData("gpt2/vocab.json")]
    public void Decode_ReferenceIds_GivesTheTextBack(string files)
    {
        var tokenizer = TokenizerReader.Open(TestModels.Path($"{Reftests}/models/{files}"));

        var text = tokenizer.Decode(ReadIds("monty-python-credits", "gpt2"));

        Assert.Equal(ReadText("monty-python-credits"), text);
    }

    [NeedsModelsFact("reference/babyllama_golden.json")]
    public void Encode_BabyLlama_GivesTheGoldenIds()
    {
        var tokenizer = TokenizerReader.Open(TestModels.Path("babyllama/hf-fp32"));
        using var golden = JsonDocument.Parse(File.ReadAllText(TestModels.Path("reference/babyllama_golden.json")));
        var cases = golden.RootElement.GetProperty("tokenizer").EnumerateArray().ToList();

        var ids = cases.ConvertAll(c => tokenizer.Encode(c.GetProperty("text").GetString()!));

        Assert.Equal(8, cases.Count);
        Assert.All(cases.Zip(ids), pair => Assert.Equal(Numbers(pair.First.GetProperty("ids")), pair.Second));
    }

    [NeedsModelsFact("babyllama/hf-fp32")]
    public void Open_BabyLlama_SaysWhatItIs()
    {
        var tokenizer = TokenizerReader.Open(TestModels.Path("babyllama/hf-fp32/model.onnx"));

        Assert.Equal(("tokenizer.json (BPE)", 105, 1, 2), (tokenizer.Description, tokenizer.VocabularySize, tokenizer.BosTokenId, tokenizer.EosTokenId));
        Assert.Equal("Once upon a time", tokenizer.Decode(tokenizer.Encode("Once upon a time")));
    }

    /// <summary>The same vocabulary, merges as "a b" in one file and as ["a", "b"] in the other, and added tokens of spaces in one.</summary>
    [NeedsModelsFact("tiny-gpt2-genai/tokenizer.json")]
    public void Encode_TinyGpt2_AgreesWithGpt2()
    {
        var tiny = TokenizerReader.Open(TestModels.Path("tiny-gpt2-genai"));
        var text = ReadText("Rust_(programming_language)").Replace("  ", " ", StringComparison.Ordinal).ReplaceLineEndings(" ");
        text = string.Join(' ', text.Split(' ', '\t').Where(word => word.Length > 0));

        var ids = tiny.Encode(text);

        Assert.Equal(TokenizerReader.Open(TestModels.Path($"{Reftests}/models/gpt2")).Encode(text), ids);
        Assert.Equal([50286, 64, 50294, 65], tiny.Encode("  a\t\tb"));
    }

    private static string ReadText(string name) => File.ReadAllText(TestModels.Path($"{Reftests}/{name}.txt"));

    private static int[] ReadIds(string text, string model)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(TestModels.Path($"{Reftests}/{text}-{model}.json")));
        return Numbers(document.RootElement.GetProperty("token_ids"));
    }

    private static int[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(id => id.GetInt32())];
}
