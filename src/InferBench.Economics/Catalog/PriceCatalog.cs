using System.Globalization;
using System.Security.Cryptography;
using InferBench.Core.Errors;

namespace InferBench.Economics.Catalog;

/// <summary>Devices, prices and site figures, each with its source, date and confidence; built in, and with a user's own file over it.</summary>
public sealed class PriceCatalog
{
    private static readonly Lazy<PriceCatalog> Shipped = new(() => new PriceCatalog(BuiltInData.Contents, BuiltInData.Version));

    private PriceCatalog(CatalogDocument contents, string version, CatalogDocument? own = null)
    {
        Contents = contents;
        Own = own;
        Version = version;
        Site = new SiteFacts(contents.Site);
        Sources = contents.Sources.DistinctBy(source => source.Id).ToDictionary(source => source.Id, StringComparer.Ordinal);
    }

    /// <summary>The catalog as shipped.</summary>
    public static PriceCatalog BuiltIn => Shipped.Value;

    /// <summary>Date of the figures and a digest of them, such as <c>2026-11-20+3fa9c1d2</c>; a user's file adds its own digest after a dot.</summary>
    public string Version { get; }

    public IReadOnlyList<HardwareSpec> Hardware => Contents.Hardware;

    /// <summary>Hours of GPUs; see <see cref="CloudOffer.IsPurchasable"/>.</summary>
    public IReadOnlyList<CloudOffer> Cloud => Contents.Cloud;

    public IReadOnlyList<ApiOffer> Api => Contents.Api;

    public IReadOnlyList<ApiModifier> ApiModifiers => Contents.ApiModifiers;

    public SiteFacts Site { get; }

    public IReadOnlyList<PublishedThroughput> Throughput => Contents.Throughput;

    public IReadOnlyList<RejectedFigure> Rejected => Contents.Rejected;

    public IReadOnlyDictionary<string, CatalogSource> Sources { get; }

    internal CatalogDocument Contents { get; }

    /// <summary>The user's file alone; null where there is none.</summary>
    internal CatalogDocument? Own { get; }

    /// <summary>The shipped catalog with a user's file over it: an entry of the file replaces the one of the same identity, or adds one.</summary>
    /// <param name="overridesPath">The user's file; null for the catalog as shipped.</param>
    /// <param name="today">The day for which prices are wanted: what had expired by then is refused.</param>
    /// <exception cref="BadInputException">The file cannot be used; a line for each problem.</exception>
    public static PriceCatalog Load(string? overridesPath, DateOnly today)
    {
        if (overridesPath is null)
        {
            return BuiltIn;
        }

        var bytes = CatalogReader.Bytes(overridesPath);
        var own = OverridesMerge.Marked(CatalogReader.Document(bytes, overridesPath));
        var merged = new PriceCatalog(OverridesMerge.Over(BuiltInData.Contents, own), $"{BuiltInData.Version}.{Digest(bytes)}", own);
        var problems = CatalogCheck.Of(merged, today)
            .Where(finding => finding is { Severity: CatalogSeverity.Error, Overridden: true })
            .Select(finding => $"{overridesPath}: {finding.Entry}: {finding.Problem}")
            .ToList();
        return problems.Count == 0 ? merged : throw BadInputException.Of(problems);
    }

    /// <summary>Where a figure comes from, in words: the source's address and date.</summary>
    public string Cite(Fact fact)
    {
        var reference = Sources.TryGetValue(fact.Source, out var source) ? source.Reference : fact.Source;
        return string.Create(CultureInfo.InvariantCulture, $"{reference}, {fact.AsOf}");
    }

    /// <summary>A device by its id, a name that people type, or the driver's product name; null where the catalog has none.</summary>
    public HardwareSpec? FindHardware(string name) => HardwareNames.Find(Hardware, name);

    internal static string Digest(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content)[..4]);
}
