using System.Globalization;

namespace InferBench.Models.Tokenizers;

/// <summary>What <c>tokenizer_config.json</c> and <c>special_tokens_map.json</c> beside a tokenizer say; null where they say nothing.</summary>
internal sealed record TokenizerSettings
{
    // Their ids follow fairseq's order, with four tokens of its own in front.
    private static readonly string[] ShiftedClasses = ["XLMRoberta", "Camembert", "MBart", "Nllb", "XGLM", "M2M100", "Marian", "Barthez"];

    public string? Bos { get; private init; }

    public string? Eos { get; private init; }

    public bool? Lowercases { get; private init; }

    public bool? AddBos { get; private init; }

    public bool? AddEos { get; private init; }

    public string? Class { get; private init; }

    public IReadOnlyDictionary<string, int> AddedTokens { get; private init; } = new Dictionary<string, int>();

    /// <summary>Whether the model's ids are not those of its SentencePiece file.</summary>
    public bool HasShiftedIds => Class is { } name && ShiftedClasses.Any(shifted => name.StartsWith(shifted, StringComparison.Ordinal));

    public int? Id(string? token) => token is not null && AddedTokens.TryGetValue(token, out var id) ? id : null;

    public static TokenizerSettings ReadBeside(string tokenizer)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(tokenizer))!;
        var settings = Read(Path.Combine(folder, "tokenizer_config.json"));
        var map = Read(Path.Combine(folder, "special_tokens_map.json"));
        return settings with { Bos = settings.Bos ?? map.Bos, Eos = settings.Eos ?? map.Eos };
    }

    private static TokenizerSettings Read(string path)
    {
        if (!File.Exists(path))
        {
            return new TokenizerSettings();
        }

        using var document = TokenizerFile.ParseJson(path);
        var root = new JsonPart(document.RootElement, path, "");
        return new TokenizerSettings
        {
            Bos = Token(root, "bos_token"),
            Eos = Token(root, "eos_token"),
            Lowercases = Flag(root, "do_lower_case"),
            AddBos = Flag(root, "add_bos_token"),
            AddEos = Flag(root, "add_eos_token"),
            Class = root.TextOrNull("tokenizer_class"),
            AddedTokens = Added(root),
        };
    }

    private static bool? Flag(JsonPart root, string name) => root.TryGet(name, out _) ? root.Flag(name, otherwise: false) : null;

    // Either the text alone or an added token with its "content".
    private static string? Token(JsonPart root, string name) => !root.TryGet(name, out var part) ? null
        : part.IsObject ? part.TextOrNull("content") : part.Text();

    private static Dictionary<string, int> Added(JsonPart root)
    {
        var added = new Dictionary<string, int>(StringComparer.Ordinal);
        if (root.TryGet("added_tokens_decoder", out var part))
        {
            foreach (var (id, token) in part.Fields().Take(TokenizerLimits.AddedTokens))
            {
                added[token.Get("content").Text()] = int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw token.Problem("has no number for a name");
            }
        }

        return added;
    }
}
