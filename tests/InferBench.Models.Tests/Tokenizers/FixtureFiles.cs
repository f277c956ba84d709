using System.Runtime.CompilerServices;
using System.Text.Json;

namespace InferBench.Models.Tests.Tokenizers;

/// <summary>
/// Small tokenizers of this repository's own, trained on a page of its own text, in the shapes that published models use. expected.json holds what
/// Hugging Face's JavaScript library, @huggingface/tokenizers 0.2.0 under Node 20 makes of some texts with them: ids with special tokens, and those ids decoded without
/// (null where that library fails). Two cases are left out because it departs there from the format's own source, which this code follows: CJK ideographs
/// above U+FFFF for BERT, and the Greek final sigma in lower case.
/// </summary>
internal static class FixtureFiles
{
    public static string Path(string name) => System.IO.Path.Combine(Folder(), name);

    public static IEnumerable<ExpectedIds> Expected()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path("expected.json")));
        return [.. document.RootElement.EnumerateArray().Select(item => new ExpectedIds(
            item.GetProperty("file").GetString()!,
            item.GetProperty("text").GetString()!,
            [.. item.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32())],
            item.GetProperty("decoded").GetString()))];
    }

    private static string Folder([CallerFilePath] string thisFile = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(thisFile)!, "Fixtures");

    internal sealed record ExpectedIds(string File, string Text, int[] Ids, string? Decoded);
}
