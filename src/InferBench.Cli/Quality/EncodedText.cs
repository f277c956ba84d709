using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Models.Tokenizers;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Quality;

/// <summary>A text as two models read it, which must be alike.</summary>
internal static class EncodedText
{
    private const int ShownCharacters = 30;

    /// <summary>Ids of the documents, one after the other, with the special tokens that the tokenizer puts around a sequence.</summary>
    /// <param name="file">The documents.</param>
    /// <param name="model">The model's own.</param>
    /// <param name="reference">The reference's own; null where there is no reference.</param>
    /// <exception cref="BadInputException">The two do not read the text alike, so that their models' probabilities are of different things.</exception>
    public static IEnumerable<int[]> Encode(TextFile file, ITokenizer model, ITokenizer? reference)
    {
        for (var document = 0; document < file.Documents.Count; document++)
        {
            var ids = model.Encode(file.Documents[document]);
            var others = reference?.Encode(file.Documents[document]) ?? ids;
            var same = ids.AsSpan().CommonPrefixLength(others);
            if (same < Math.Max(ids.Length, others.Length))
            {
                throw new BadInputException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"the model and its reference have different tokenizers and cannot be compared: in document {document + 1} of {file.Name}, token {same + 1} is {Token(model, ids, same)} for the model and {Token(reference!, others, same)} for the reference"));
            }

            yield return ids;
        }
    }

    private static string Token(ITokenizer tokenizer, int[] ids, int place) =>
        place < ids.Length
            ? string.Create(CultureInfo.InvariantCulture, $"\"{SafeText.Shortened(tokenizer.Decode([ids[place]], skipSpecialTokens: false), ShownCharacters)}\" (id {ids[place]})")
            : "not there";
}
