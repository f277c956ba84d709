using System.Text;

namespace InferBench.Cli.Tests.Hostile;

/// <summary>Configuration and tokenizer files that are no JSON, too much of it, or lie.</summary>
internal static class ConfigMutations
{
    private const string GenAi = "genai_config.json";
    private const string Tokenizer = "tokenizer.json";

    public static IEnumerable<Mutation> Of(string source)
    {
        Mutation Replace(string file, string name, string text) => Fill(file, name, () => text);
        Mutation Fill(string file, string name, Func<string> text) =>
            new($"{file}: {name}", source, site => File.WriteAllBytes(site.File(file), Encoding.Latin1.GetBytes(text())));

        foreach (var file in (string[])[GenAi, "config.json", Tokenizer])
        {
            yield return Replace(file, "empty", "");
            yield return Replace(file, "null", "null");
            yield return Replace(file, "a list", "[]");
            yield return Replace(file, "a number", "1e999");
            yield return Replace(file, "text", "no JSON at all");
            yield return Replace(file, "zeros", new string('\0', 1_000));
            yield return Replace(file, "not UTF-8", "{\"model_type\":\"\u00ff\u00fe\"}");
            yield return Replace(file, "100,000 lists deep", new string('[', 100_000));
            yield return Fill(file, "100,000 objects deep", () => string.Concat(Enumerable.Repeat("{\"model\":", 100_000)));
            yield return Fill(file, "40 MB of blanks", () => new string(' ', 40 << 20));
            yield return Fill(file, "one long text", () => $$"""{"model_type":"{{new string('x', 1 << 20)}}","model":{"type":"{{new string('x', 1 << 20)}}"} }""");
            yield return new Mutation($"{file}: a folder", source, site =>
            {
                File.Delete(site.File(file));
                Directory.CreateDirectory(site.File(file));
            });
        }

        foreach (var name in (string[])["../secret.onnx", "/etc/passwd", "C:\\model.onnx", "..\\model.onnx", "", ".", "no-such.onnx", "model.onnx\0.txt", "a\nb", "\u001b[2J", new string('n', 100_000)])
        {
            var quoted = System.Text.Json.JsonEncodedText.Encode(name);
            yield return Replace(GenAi, $"names the model {(name.Length < 100 ? quoted : "at length")}", $$"""{"model":{"decoder":{"filename":"{{quoted}}"} } }""");
        }

        foreach (var value in (string[])["-1", "0", "2147483647", "2147483648", "1e400", "1.5", "\"8\"", "null", "[]", "true", "{}"])
        {
            yield return Replace("config.json", $"every size is {value}", $$"""
                {"vocab_size":{{value}},"hidden_size":{{value}},"num_hidden_layers":{{value}},"num_attention_heads":{{value}},
                 "num_key_value_heads":{{value}},"head_dim":{{value}},"max_position_embeddings":{{value}},"eos_token_id":{{value}} }
                """);
            yield return Replace(GenAi, $"every size is {value}", $$"""
                {"model":{"vocab_size":{{value}},"context_length":{{value}},"decoder":{"head_size":{{value}},"num_key_value_heads":{{value}},"num_hidden_layers":{{value}} } } }
                """);
        }

        foreach (var (name, model) in ((string, string)[])
        [
            ("no type", "{}"), ("of an unknown type", """{"type":"Magic"}"""), ("with negative ids", """{"type":"BPE","vocab":{"a":-1},"merges":[]}"""),
            ("with huge ids", """{"type":"BPE","vocab":{"a":2147483647,"b":4294967296},"merges":[]}"""), ("with an id twice", """{"type":"BPE","vocab":{"a":0,"b":0},"merges":[]}"""),
            ("with merges of nothing", """{"type":"BPE","vocab":{"a":0},"merges":["x y","",[],["a"],null]}"""), ("with a wrong vocabulary", """{"type":"Unigram","vocab":[["a"],["b",1e999]],"unk_id":-5}"""),
            ("with words of no end", """{"type":"WordPiece","vocab":{},"unk_token":"[UNK]","max_input_chars_per_word":-1}"""),
        ])
        {
            yield return Replace(Tokenizer, $"a model {name}", $$"""{"version":"1.0","added_tokens":[],"model":{{model}} }""");
        }

        yield return Replace(Tokenizer, "a pattern that backtracks", """
            {"pre_tokenizer":{"type":"Split","pattern":{"Regex":"(a+)+$"},"behavior":"Isolated","invert":false},"model":{"type":"BPE","vocab":{"a":0},"merges":[]} }
            """);
        yield return Replace(Tokenizer, "a pattern that is none", """
            {"pre_tokenizer":{"type":"Split","pattern":{"Regex":"(((("},"behavior":"Isolated","invert":false},"model":{"type":"BPE","vocab":{"a":0},"merges":[]} }
            """);
        yield return Replace(Tokenizer, "a normalizer that grows the text", $$"""
            {"normalizer":{"type":"Sequence","normalizers":[{{string.Join(',', Enumerable.Repeat("""{"type":"Replace","pattern":{"String":"a"},"content":"aaaaaaaaaaaaaaaa"}""", 12))}}]},
             "model":{"type":"BPE","vocab":{"a":0},"merges":[]} }
            """);
    }
}
