using System.Globalization;
using InferBench.Economics.Catalog;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Catalog;

/// <summary>Rates that others published.</summary>
internal static class ThroughputList
{
    public static CatalogList Of(PriceCatalog catalog) => new(
        [
            new("model"), new("GPU"), new("precision"), new("engine"), new("in", Number: true), new("out", Number: true), new("at once", Number: true),
            new("rate", Number: true), new("unit"), new("as of"), new("confidence"), new("remark"),
        ],
        [.. catalog.Throughput.Select(Row)],
        ["Published by others, most without a latency limit; nothing here was measured by this program."],
        [.. catalog.Entries().Where(entry => entry.Kind == CatalogKind.Throughput)]);

    private static IReadOnlyList<string> Row(PublishedThroughput rate) =>
    [
        rate.Model,
        rate.Gpu,
        rate.Precision,
        rate.Engine,
        Count(rate.PromptTokens),
        Count(rate.GeneratedTokens),
        Count(rate.Concurrency),
        CatalogWords.Figure(rate.Rate.Value),
        $"{(rate.CountsInput ? "all" : "output")} {rate.Rate.Unit}",
        rate.Rate.AsOf.Text,
        CatalogWords.Of(rate.Rate.Confidence),
        rate.Rate.Note ?? "",
    ];

    private static string Count(int? count) => count?.ToString("#,0", CultureInfo.InvariantCulture) ?? Figures.Missing;
}
