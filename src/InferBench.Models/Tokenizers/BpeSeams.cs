namespace InferBench.Models.Tokenizers;

/// <summary>
/// Places in a text that no merge crosses: none joins a token that ends with the one character and a token that begins with the other. Parted
/// there, a text gives the same tokens. Tokenizers that do not cut text into words (Llama 2) have one at nearly every space.
/// </summary>
internal sealed class BpeSeams(IEnumerable<BpeMerge> merges)
{
    private readonly HashSet<(char, char)> _joined = [.. merges.Where(merge => merge.Tail.Length > 0).Select(merge => (merge.Left[^1], merge.Tail[0]))];

    /// <returns>Where the first seam at or after <paramref name="from"/> is; the text's length where there is none.</returns>
    public int First(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            // Both halves of a character above U+FFFF are one symbol.
            if (!char.IsLowSurrogate(text[at]) && !_joined.Contains((text[at - 1], text[at])))
            {
                return at;
            }
        }

        return text.Length;
    }
}
