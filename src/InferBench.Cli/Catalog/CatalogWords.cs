using System.Globalization;
using InferBench.Economics.Catalog;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Catalog;

/// <summary>Words of the catalog on the screen.</summary>
internal static class CatalogWords
{
    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.High => "high",
        Confidence.Medium => "medium",
        Confidence.Low => "low",
        Confidence.Derived => "derived",
        _ => "recalled",
    };

    /// <summary>A figure of a source: no digit is lost.</summary>
    public static string Figure(double? value) => value?.ToString("#,0.######", CultureInfo.InvariantCulture) ?? Figures.Missing;

    /// <summary>A price of a source, without its sign of currency, which stands in the heading.</summary>
    public static string Price(double? value) => value?.ToString("#,0.00####", CultureInfo.InvariantCulture) ?? Figures.Missing;

    /// <summary>What age does to a price; empty where it is young.</summary>
    public static string Age(Freshness freshness) => freshness switch
    {
        { SupportsVerdict: false } => "too old for a verdict",
        { Warning: not null } => "old",
        _ => "",
    };
}
