namespace InferBench.Models.Tokenizers;

/// <summary>The texts of the tokens that begin and end a sequence, as the files beside a tokenizer name them.</summary>
internal sealed record SpecialTokens(string? Bos = null, string? Eos = null)
{
    private static readonly string[] Files = ["tokenizer_config.json", "special_tokens_map.json"];

    public static SpecialTokens ReadBeside(string tokenizer)
    {
        var found = new SpecialTokens();
        foreach (var name in Files)
        {
            var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(tokenizer))!, name);
            if (File.Exists(path))
            {
                using var document = TokenizerFile.ParseJson(path);
                var root = new JsonPart(document.RootElement, path, "");
                found = new SpecialTokens(found.Bos ?? Token(root, "bos_token"), found.Eos ?? Token(root, "eos_token"));
            }
        }

        return found;
    }

    // Either the text alone or an added token with its "content".
    private static string? Token(JsonPart root, string name) => !root.TryGet(name, out var part) ? null
        : part.IsObject ? part.TextOrNull("content") : part.Text();
}
