using System.Text;

namespace InferBench.Models.Tokenizers;

/// <summary>GPT-2's reversible names for the 256 bytes: printable Latin-1 for itself, the others from U+0100 on (openai/gpt-2, <c>encoder.py</c>).</summary>
internal static class ByteAlphabet
{
    private static readonly char[] Names = CreateNames();
    private static readonly Dictionary<char, byte> Bytes = Enumerable.Range(0, 256).ToDictionary(b => Names[b], b => (byte)b);

    /// <summary>Each UTF-8 byte's name. <paramref name="ends"/> takes where each piece ends in the result.</summary>
    public static string Spell(IReadOnlyList<Piece> pieces, List<int> ends)
    {
        var spelled = new StringBuilder(pieces.Sum(piece => piece.Length) + 16);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var piece in pieces)
        {
            foreach (var rune in piece.Span.EnumerateRunes())
            {
                foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
                {
                    spelled.Append(Names[value]);
                }
            }

            ends.Add(spelled.Length);
        }

        return spelled.ToString();
    }

    public static string Spell(string text) => Spell([new Piece(text, 0, text.Length, true)], []);

    /// <summary>The text behind the tokens; a token with a character that names no byte stands for itself.</summary>
    public static string Read(IReadOnlyList<string> tokens)
    {
        using var utf8 = new MemoryStream();
        foreach (var token in tokens)
        {
            if (token.All(Bytes.ContainsKey))
            {
                foreach (var name in token)
                {
                    utf8.WriteByte(Bytes[name]);
                }
            }
            else
            {
                utf8.Write(Encoding.UTF8.GetBytes(token));
            }
        }

        return Encoding.UTF8.GetString(utf8.GetBuffer(), 0, (int)utf8.Length);
    }

    private static char[] CreateNames()
    {
        var names = new char[256];
        var other = 256;
        for (var b = 0; b < 256; b++)
        {
            names[b] = b is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or >= 0xAE ? (char)b : (char)other++;
        }

        return names;
    }
}
