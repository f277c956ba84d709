using System.Globalization;
using System.Text;
using InferBench.Core.Errors;
using InferBench.Models.Tokenizers;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Quality;

/// <summary>Documents of a UTF-8 file, between which <c>&lt;|endoftext|&gt;</c> stands, as the data sets of GPT-2 and TinyStories have it.</summary>
/// <param name="Name">File name, without its folder.</param>
/// <param name="Documents">Trimmed, none empty.</param>
internal sealed record TextFile(string Name, IReadOnlyList<string> Documents)
{
    private const string Separator = "<|endoftext|>";
    private const long MostBytes = 256 << 20;
    private const int ShownCharacters = 30;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="BadInputException">The file is too large, is not UTF-8, or holds no text.</exception>
    public static TextFile Read(string path)
    {
        var name = Path.GetFileName(path);
        var bytes = new FileInfo(path).Length;
        if (bytes > MostBytes)
        {
            throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{name}: {bytes} bytes; at most {MostBytes} are read, give a part of it"));
        }

        try
        {
            var documents = File.ReadAllText(path, Strict).Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return documents.Length > 0 ? new TextFile(name, documents) : throw new BadInputException($"{name}: there is no text in it");
        }
        catch (DecoderFallbackException problem)
        {
            throw new BadInputException($"{name}: is not UTF-8; save it as UTF-8", problem);
        }
    }

    /// <summary>Ids of the documents, one after the other, with the special tokens that the tokenizer puts around a sequence.</summary>
    /// <param name="model">The model's own.</param>
    /// <param name="reference">The reference's own; null where there is no reference.</param>
    /// <exception cref="BadInputException">The two do not read the text alike, so that their models' probabilities are of different things.</exception>
    public IEnumerable<int[]> Encode(ITokenizer model, ITokenizer? reference)
    {
        for (var document = 0; document < Documents.Count; document++)
        {
            var ids = model.Encode(Documents[document]);
            var others = reference?.Encode(Documents[document]) ?? ids;
            var same = ids.AsSpan().CommonPrefixLength(others);
            if (same < Math.Max(ids.Length, others.Length))
            {
                throw new BadInputException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"the model and its reference have different tokenizers and cannot be compared: in document {document + 1} of {Name}, token {same + 1} is {Token(model, ids, same)} for the model and {Token(reference!, others, same)} for the reference"));
            }

            yield return ids;
        }
    }

    private static string Token(ITokenizer tokenizer, int[] ids, int place) =>
        place < ids.Length
            ? string.Create(CultureInfo.InvariantCulture, $"\"{SafeText.Shortened(tokenizer.Decode([ids[place]], skipSpecialTokens: false), ShownCharacters)}\" (id {ids[place]})")
            : "not there";
}
