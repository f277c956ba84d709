using System.Globalization;

namespace InferBench.Models.Tokenizers;

/// <summary>Reads <c>added_tokens</c> of a tokenizer.json.</summary>
internal static class AddedTokenReader
{
    public static List<AddedToken> Read(JsonPart root, Vocabulary vocabulary)
    {
        if (!root.TryGet("added_tokens", out var list))
        {
            return [];
        }

        if (list.Length > TokenizerLimits.AddedTokens)
        {
            throw list.Problem(string.Create(CultureInfo.InvariantCulture, $"has {list.Length} tokens; at most {TokenizerLimits.AddedTokens} are read"));
        }

        return [.. list.Items().Select(item => One(item, vocabulary)).Where(token => token.Content.Length > 0)];
    }

    private static AddedToken One(JsonPart part, Vocabulary vocabulary)
    {
        var content = part.Get("content");
        var text = content.Text();
        if (text.Length > TokenizerLimits.AddedTokenCharacters)
        {
            throw content.Problem(string.Create(CultureInfo.InvariantCulture, $"has {text.Length} characters; at most {TokenizerLimits.AddedTokenCharacters} are read"));
        }

        var special = part.Flag("special", otherwise: false);
        return new AddedToken(
            vocabulary.Find(text) ?? part.Get("id").Id(),
            text,
            special,
            part.Flag("normalized", otherwise: !special),
            part.Flag("lstrip", otherwise: false),
            part.Flag("rstrip", otherwise: false),
            part.Flag("single_word", otherwise: false));
    }
}
