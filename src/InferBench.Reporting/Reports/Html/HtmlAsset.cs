using System.Security.Cryptography;
using System.Text;

namespace InferBench.Reporting.Reports.Html;

/// <summary>What a page carries in itself: the page's policy allows it by its hash, and nothing else.</summary>
/// <param name="Text">Exactly what stands between the tags.</param>
internal sealed record HtmlAsset(string Text)
{
    /// <summary>The source expression of a Content-Security-Policy (W3C CSP Level 3, section 2.3.1).</summary>
    public string Hash { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";

    /// <summary>A file of this folder, built into the assembly.</summary>
    public static string Embedded(string name)
    {
        using var stream = typeof(HtmlAsset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built into {typeof(HtmlAsset).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // Without the indentation, which only readers of the source need; no text in these files goes on over lines.
        return string.Concat(reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart() + "\n"));
    }
}
