using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using InferBench.Models.Tokenizers;

namespace InferBench.Models.Tests.Tokenizers;

/// <summary>The same tokenizers in the formats that only Microsoft.ML.Tokenizers reads must give the same ids.</summary>
public sealed class MicrosoftTokenizersTests : IDisposable
{
    private const string Gpt2 = "tokenizers/reftests/models/gpt2";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [NeedsModelsTheory(Gpt2)]
    [InlineData("Rust_(programming_language)")]
    [InlineData("Metal_umlaut")]
    [InlineData("monty-python-credits")]
    public void Encode_Gpt2AsTiktoken_AgreesWithTokenizerJson(string name)
    {
        var text = File.ReadAllText(TestModels.Path($"tokenizers/reftests/{name}.txt"));
        using var vocabulary = JsonDocument.Parse(File.ReadAllText(TestModels.Path($"{Gpt2}/vocab.json")));
        var lines = vocabulary.RootElement.EnumerateObject()
            .Where(token => token.Name != "<|endoftext|>")
            .OrderBy(token => token.Value.GetInt32())
            .Select(token => string.Create(CultureInfo.InvariantCulture, $"{Convert.ToBase64String(Bytes(token.Name))} {token.Value.GetInt32()}\n"));
        _folder.Write("gpt2.tiktoken", string.Concat(lines));

        var tokenizer = TokenizerReader.Open(_folder.Path);

        Assert.Equal("gpt2.tiktoken (tiktoken, Microsoft.ML.Tokenizers)", tokenizer.Description);
        Assert.Equal(TokenizerReader.Open(TestModels.Path(Gpt2)).Encode(text), tokenizer.Encode(text));
        Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text)));
    }

    /// <summary>tokenizer.json asks for something unsupported, so the SentencePiece file beside it serves.</summary>
    [Theory]
    [InlineData("Measure the model, don't guess: it's 1234567 tokens!")]
    [InlineData("größer Maß Straße; Модель считает слова")]
    [InlineData("日本語 emoji 🙂 and 𝒜")]
    [InlineData("  two  spaces")]
    public void Open_SentencePieceBesideUnigramJson_AgreesWithTheSameModelInJson(string text)
    {
        WriteSentencePiece(_folder.File("tokenizer.model"));
        _folder.Write("tokenizer.json", """{"model":{"type":"Unigram"}}""");
        _folder.Write("tokenizer_config.json", """{"add_bos_token":true,"add_eos_token":true}""");

        var tokenizer = TokenizerReader.Open(_folder.Path);

        Assert.Equal((1, 2), (tokenizer.BosTokenId, tokenizer.EosTokenId));
        Assert.Equal(TokenizerReader.Open(FixtureFiles.Path("llama2.json")).Encode(text), tokenizer.Encode(text));
        Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text)));
    }

    [Theory]
    [InlineData("tokenizer.model", "\nbroken")]
    [InlineData("cl100k_base.tiktoken", "no base64 at all\n")]
    [InlineData("strange.tiktoken", "YQ== 0\n")]
    public void Open_DamagedFile_NamesIt(string name, string content)
    {
        var path = _folder.Write(name, content);

        var error = Assert.Throws<TokenizerException>(() => TokenizerReader.Open(path));

        Assert.StartsWith($"{name}: ", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(string spelled) => [.. spelled.Select(name => ByteAlphabet.Byte(name)!.Value)];

    /// <summary>The fixture llama2.json as SentencePiece writes it (google/sentencepiece, sentencepiece_model.proto).</summary>
    private static void WriteSentencePiece(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(FixtureFiles.Path("llama2.json")));
        var tokens = json.RootElement.GetProperty("model").GetProperty("vocab").EnumerateObject().OrderBy(token => token.Value.GetInt32()).ToList();
        using var stream = File.Create(path);
        using var output = new CodedOutputStream(stream);
        foreach (var token in tokens)
        {
            var id = token.Value.GetInt32();
            var kind = id == 0 ? 2 : id < 3 ? 3 : id < 259 ? 6 : 1;
            Message(output, 1, piece =>
            {
                piece.WriteTag(1, WireFormat.WireType.LengthDelimited);
                piece.WriteString(token.Name);
                piece.WriteTag(2, WireFormat.WireType.Fixed32);
                piece.WriteFloat(-id);
                Number(piece, 3, kind);
            });
        }

        Message(output, 2, trainer =>
        {
            Number(trainer, 3, 2);
            Number(trainer, 35, 1);
            Number(trainer, 40, 0);
            Number(trainer, 41, 1);
            Number(trainer, 42, 2);
        });
        Message(output, 3, normalizer =>
        {
            normalizer.WriteTag(1, WireFormat.WireType.LengthDelimited);
            normalizer.WriteString("identity");
            Number(normalizer, 3, 1);
            Number(normalizer, 4, 0);
            Number(normalizer, 5, 1);
        });
    }

    private static void Number(CodedOutputStream output, int field, int value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt32(value);
    }

    private static void Message(CodedOutputStream output, int field, Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var inner = new CodedOutputStream(bytes, leaveOpen: true))
        {
            write(inner);
        }

        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(bytes.ToArray()));
    }
}
