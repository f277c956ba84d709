using System.Text.Json.Nodes;
using InferBench.Cli.Quality;
using InferBench.Core.Errors;
using InferBench.Models.Tokenizers;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Quality;

public sealed class EncodedTextTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Encode_TokenizersThatReadAlike_GivesTheIds()
    {
        var text = TextFile.Read(_folder.Write("text.txt", "one two<|endoftext|>two"));

        Assert.Equal([[0, 1], [1]], EncodedText.Encode(text, Tokenizer("a", "one", "two"), Tokenizer("b", "one", "two", "three")));
    }

    [Fact]
    public void Encode_TokenizersThatPart_NamesTheWord()
    {
        var text = TextFile.Read(_folder.Write("text.txt", "one<|endoftext|>one two"));

        var problem = Assert.Throws<BadInputException>(() => EncodedText.Encode(text, Tokenizer("a", "one", "two"), Tokenizer("b", "one", "three", "two")).ToList());

        Assert.Equal(
            "the model and its reference have different tokenizers and cannot be compared: in document 2 of text.txt, token 2 is \"two\" (id 1) for the model and \"two\" (id 2) for the reference",
            problem.Message);
    }

    public void Dispose() => _folder.Dispose();

    private ITokenizer Tokenizer(string folder, params string[] words)
    {
        var vocabulary = new JsonObject(words.Select((word, id) => KeyValuePair.Create<string, JsonNode?>(word, id)));
        var json = new JsonObject
        {
            ["pre_tokenizer"] = new JsonObject { ["type"] = "Whitespace" },
            ["model"] = new JsonObject
            {
                ["type"] = "WordPiece",
                ["unk_token"] = "one",
                ["continuing_subword_prefix"] = "##",
                ["max_input_chars_per_word"] = 100,
                ["vocab"] = vocabulary,
            },
        };
        return TokenizerReader.Open(_folder.Write($"{folder}/tokenizer.json", json.ToJsonString()));
    }
}
