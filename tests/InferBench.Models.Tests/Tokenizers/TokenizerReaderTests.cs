using System.Diagnostics;
using InferBench.Models.Tokenizers;

namespace InferBench.Models.Tests.Tokenizers;

public sealed class TokenizerReaderTests : IDisposable
{
    private const string Bpe = """{"type":"BPE","vocab":{"a":0,"b":1,"ab":2},"merges":["a b"]}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "line 1 is not JSON")]
    [InlineData("[]", "the file has no \"model\"")]
    [InlineData("{}", "the file has no \"model\"")]
    [InlineData("""{"model":{"type":"Unigram","vocab":[["a",-1.5]]}}""", "model: the model \"Unigram\" is not supported")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":-1},"merges":[]}}""", "model.vocab.a is not a number from 0 to 2147483647")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"\ud800":1},"merges":[]}}""", "model.vocab has a name with half of a surrogate pair")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":1},"merges":["a b c"]}}""", "model.merges[0] is not two tokens")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":1},"merges":[["a","b"]]}}""", "model.merges[0] merges \"b\", which is not in the vocabulary")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":1},"merges":["a a"]}}""", "model.merges[0] makes \"aa\", which is not in the vocabulary")]
    [InlineData("""{"model":{"type":"BPE","dropout":0.1,"vocab":{},"merges":[]}}""", "model.dropout: dropout, with which equal texts get different ids, is not supported")]
    [InlineData("""{"model":{"type":"WordPiece","max_input_chars_per_word":999999,"vocab":{}}}""", "max_input_chars_per_word: more than 1000 is not supported")]
    [InlineData("""{"normalizer":{"type":"Precompiled","precompiled_charsmap":"AAAA"},"model":MODEL}""", "normalizer.type: the normalizer \"Precompiled\" is not supported")]
    [InlineData("""{"normalizer":{"type":"Sequence","normalizers":[{"type":"NFC"},{"type":"Nmt"}]},"model":MODEL}""", "normalizer.normalizers[1].type: the normalizer \"Nmt\"")]
    [InlineData("""{"pre_tokenizer":{"type":"Split","pattern":{"Regex":"[a"},"behavior":"Isolated"},"model":MODEL}""", "pre_tokenizer.pattern.Regex: a class without its end at character 1")]
    [InlineData("""{"pre_tokenizer":{"type":"Split","pattern":{"Regex":"[z-a]"},"behavior":"Isolated"},"model":MODEL}""", "pre_tokenizer.pattern.Regex is no valid pattern (ReversedCharacterRange")]
    [InlineData("""{"pre_tokenizer":{"type":"UnicodeScripts"},"model":MODEL}""", "the pre-tokenizer \"UnicodeScripts\" is not supported")]
    [InlineData("""{"decoder":{"type":"CTC"},"model":MODEL}""", "the decoder \"CTC\" is not supported")]
    [InlineData("""{"post_processor":{"type":"TemplateProcessing","single":[]},"model":MODEL}""", "post_processor.single: a template without exactly one sequence")]
    [InlineData("""{"added_tokens":[{"content":"<x>"}],"model":MODEL}""", "added_tokens[0] has no \"id\"")]
    [InlineData("""{"added_tokens":7,"model":MODEL}""", "added_tokens is not a list")]
    public void Open_BadTokenizerJson_NamesFileFieldAndProblem(string json, string expected)
    {
        var path = _folder.Write("tokenizer.json", json.Replace("MODEL", Bpe, StringComparison.Ordinal));

        var error = Assert.Throws<TokenizerException>(() => TokenizerReader.Open(path));

        Assert.StartsWith("tokenizer.json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_DeepNesting_IsRefused()
    {
        var path = _folder.Write("tokenizer.json", string.Concat(Enumerable.Repeat("""{"normalizer":{"type":"Sequence","normalizers":[""", 10_000)));

        Assert.Throws<TokenizerException>(() => TokenizerReader.Open(path));
    }

    [Fact]
    public void Open_FileTooLarge_IsRefusedUnread()
    {
        using (var file = File.Create(_folder.File("tokenizer.json")))
        {
            file.SetLength(TokenizerLimits.FileBytes + 1);
        }

        var error = Assert.Throws<TokenizerException>(() => TokenizerReader.Open(_folder.Path));

        Assert.Equal("tokenizer.json: has 134217729 bytes; a tokenizer has at most 134217728", error.Message);
    }

    [Fact]
    public void Encode_NormalizersThatGrowWithoutEnd_AreStopped()
    {
        var grow = """{"type":"Replace","pattern":{"String":"a"},"content":"aaaaaaaaaaaaaaaa"}""";
        var steps = string.Join(',', Enumerable.Repeat(grow, 60));
        var path = _folder.Write("tokenizer.json", $$"""{"normalizer":{"type":"Sequence","normalizers":[{{steps}}]},"model":{{Bpe}}}""");
        var tokenizer = TokenizerReader.Open(path);

        var error = Assert.Throws<TokenizerException>(() => tokenizer.Encode("a"));

        Assert.Equal("tokenizer.json: normalizer makes the text grow without end", error.Message);
    }

    /// <summary>The classic catastrophe for a backtracking engine: 2^40 ways to fail. The linear engine takes it.</summary>
    [Fact]
    public void Encode_CatastrophicPattern_RunsInLinearTime()
    {
        var path = _folder.Write("tokenizer.json", $$"""{"pre_tokenizer":{"type":"Split","pattern":{"Regex":"(a+)+$"},"behavior":"Isolated"},"model":{{Bpe}}}""");
        var tokenizer = TokenizerReader.Open(path);
        var watch = Stopwatch.StartNew();

        tokenizer.Encode(new string('a', 40) + "b");

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TokenizerLimits.PatternTime);
    }

    /// <summary>A look-ahead forces the backtracking engine; then the time limit holds.</summary>
    [Fact]
    public void Encode_CatastrophicPatternWithLookahead_IsStopped()
    {
        var path = _folder.Write("tokenizer.json", $$"""{"pre_tokenizer":{"type":"Split","pattern":{"Regex":"(?:a|aa)+(?!a)c"},"behavior":"Isolated"},"model":{{Bpe}}}""");
        var tokenizer = TokenizerReader.Open(path);

        var error = Assert.Throws<TokenizerException>(() => tokenizer.Encode(new string('a', 60) + "b"));

        Assert.Equal("tokenizer.json: pre_tokenizer.pattern.Regex: the pattern takes more than 5 s on this text", error.Message);
    }

    [Fact]
    public void Encode_IdsWithGapsAndDoubles_AreUsedAsTheyAre()
    {
        var path = _folder.Write("tokenizer.json", """{"model":{"type":"BPE","vocab":{"a":2147483647,"b":5,"c":5},"merges":[]},"decoder":{"type":"Fuse"}}""");
        var tokenizer = TokenizerReader.Open(path);

        var ids = tokenizer.Encode("abc");

        Assert.Equal([int.MaxValue, 5, 5], ids);
        Assert.Equal(("abb", 2), (tokenizer.Decode(ids), tokenizer.VocabularySize));
    }

    [Fact]
    public void Encode_UnknownTokenThatIsMissing_IsSaid()
    {
        var path = _folder.Write("tokenizer.json", """{"model":{"type":"BPE","unk_token":"<unk>","vocab":{"a":0},"merges":[]}}""");

        var error = Assert.Throws<TokenizerException>(() => TokenizerReader.Open(path).Encode("b"));

        Assert.Equal("The tokenizer's unk_token \"<unk>\" is not in its vocabulary", error.Message);
    }

    [Fact]
    public void Open_NothingThere_SaysWhatWasLookedFor()
    {
        var error = Assert.Throws<TokenizerException>(() => TokenizerReader.Open(_folder.Path));

        Assert.Contains("there is no tokenizer in this folder (looked for tokenizer.json", error.Message, StringComparison.Ordinal);
        Assert.Throws<TokenizerException>(() => TokenizerReader.Open(_folder.File("absent.json")));
    }

    [Fact]
    public void Open_VocabTxtWithConfig_FollowsItsCase()
    {
        _folder.Write("vocab.txt", "[UNK]\nhello\n##s\n");
        _folder.Write("tokenizer_config.json", """{"do_lower_case":false}""");

        var ids = TokenizerReader.Open(_folder.Path).Encode("hellos Hello");

        Assert.Equal([1, 2, 0], ids);
    }

    [Fact]
    public void Open_ConfigBeside_NamesBosAndEos()
    {
        _folder.Write("tokenizer.json", $$"""{"model":{{Bpe}},"added_tokens":[{"id":9,"content":"<s>","special":true}]}""");
        _folder.Write("tokenizer_config.json", """{"bos_token":{"content":"<s>"}}""");
        _folder.Write("special_tokens_map.json", """{"eos_token":"ab"}""");

        var tokenizer = TokenizerReader.Open(_folder.File("tokenizer.json"));

        Assert.Equal((9, 2, 4), (tokenizer.BosTokenId, tokenizer.EosTokenId, tokenizer.VocabularySize));
    }

    [Fact]
    public void Encode_UnderTurkishCulture_IsTheSame()
    {
        var expected = TokenizerReader.Open(FixtureFiles.Path("bert-uncased.json")).Encode("It'S Größer, İ");
        using var culture = new CultureScope("tr-TR");

        var ids = TokenizerReader.Open(FixtureFiles.Path("bert-uncased.json")).Encode("It'S Größer, İ");

        Assert.Equal(expected, ids);
    }
}
