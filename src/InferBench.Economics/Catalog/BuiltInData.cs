using System.Text;

namespace InferBench.Economics.Catalog;

/// <summary>The figures that are shipped inside the program.</summary>
internal static class BuiltInData
{
    /// <summary>Day on which the figures were gathered and checked.</summary>
    public static readonly DateOnly AsOf = new(2026, 11, 20);

    private static readonly IReadOnlyList<string> Files =
        ["sources.json", "hardware.json", "cloud.json", "api.json", "site.json", "throughput.json", "rejected.json"];

    private static readonly Lazy<(CatalogDocument Contents, string Version)> Read = new(ReadAll);

    public static CatalogDocument Contents => Read.Value.Contents;

    public static string Version => Read.Value.Version;

    private static (CatalogDocument Contents, string Version) ReadAll()
    {
        var contents = new CatalogDocument();
        var text = new StringBuilder();
        foreach (var file in Files)
        {
            // Line ends are the checkout's, not the catalog's.
            var json = Text(file).ReplaceLineEndings("\n");
            text.Append(json);
            contents = OverridesMerge.Joined(contents, CatalogReader.Document(Encoding.UTF8.GetBytes(json), file));
        }

        return (contents, $"{PartialDate.Of(AsOf)}+{PriceCatalog.Digest(Encoding.UTF8.GetBytes(text.ToString()))}");
    }

    private static string Text(string file)
    {
        using var stream = typeof(BuiltInData).Assembly.GetManifestResourceStream($"Catalog/{file}")
            ?? throw new InvalidOperationException($"{file} is not in the program");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
