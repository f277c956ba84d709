using System.Text.Json;
using InferBench.EndToEnd.Tests.BadInput;
using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.Models;

public sealed class TokenizeTests : IDisposable
{
    private const string Tokenizer = """
        {"added_tokens":[],"normalizer":null,"pre_tokenizer":null,"post_processor":null,"decoder":{"type":"Fuse"},
         "model":{"type":"BPE","vocab":{"a":0,"b":1,"ab":2},"merges":["a b"]} }
        """;

    private readonly Inferbench _person = new();

    public void Dispose() => _person.Dispose();

    [Fact]
    public void ModelsTokenize_Text_GivesIdsAndCount()
    {
        var path = _person.Write("tokenizer.json", Tokenizer);

        var command = _person.Run("models", "tokenize", path, "--text", "abba").ExitsWith(0);

        Assert.Contains("ids: 2 1 0\n", command.Output, StringComparison.Ordinal);
        Assert.Contains("count: 3 tokens, 0 of them special; 4 characters", command.Output, StringComparison.Ordinal);
        Assert.Contains("round trip: exact", command.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ModelsTokenize_FileAsJson_IsOneDocument()
    {
        var path = _person.Write("tokenizer.json", Tokenizer);

        var command = _person.Run("models", "tokenize", path, "--file", _person.Write("text.txt", "ab"), "--json").ExitsWith(0);

        using var found = JsonDocument.Parse(command.Output);
        Assert.Equal([2], found.RootElement.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32()));
        Assert.True(found.RootElement.GetProperty("roundTrips").GetBoolean());
    }

    [NeedsModelsFact("babyllama/hf-fp32/tokenizer.json")]
    public void ModelsTokenize_TrainedModel_GivesTheReferenceIds()
    {
        using var golden = JsonDocument.Parse(File.ReadAllBytes(TestModels.Path("reference/babyllama_golden.json")));
        var greedy = golden.RootElement.GetProperty("greedy");

        var command = _person.Run("models", "tokenize", TestModels.Path("babyllama/hf-fp32"), "--text", greedy.GetProperty("prompt").GetString()!, "--json").ExitsWith(0);

        using var found = JsonDocument.Parse(command.Output);
        Assert.Equal(
            greedy.GetProperty("promptIds").EnumerateArray().Select(id => id.GetInt32()),
            found.RootElement.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32()));
    }

    [Fact]
    public void ModelsTokenize_NeitherTextNorFile_SaysWhatToGive() =>
        _person.Run("models", "tokenize", _person.Write("tokenizer.json", Tokenizer)).Complains("give the text with either --text or --file");

    [Fact]
    public void ModelsTokenize_MissingFile_NamesIt() =>
        _person.Run("models", "tokenize", _person.Write("tokenizer.json", Tokenizer), "--file", "nowhere.txt").Complains("nowhere.txt: there is no such file (--file)");

    [Fact]
    public void ModelsTokenize_ModelWithoutTokenizer_SaysThatThereIsNone() =>
        _person.Run("models", "tokenize", BuiltModel.In(_person), "--text", "a").Complains("tokenizer");

    [Fact]
    public void ModelsTokenize_DamagedTokenizer_NamesTheFile() =>
        _person.Run("models", "tokenize", _person.Write("tokenizer.json", Tokenizer[..60]), "--text", "a").Complains("tokenizer.json: ");
}
