using System.Globalization;

namespace InferBench.Economics.Catalog.Rules;

/// <summary>Findings in the words that all rules share.</summary>
internal static class Findings
{
    public static CatalogFinding Error(string rule, CatalogEntry entry, string problem) => new(rule, CatalogSeverity.Error, entry.Id, problem, entry.Overridden);

    public static CatalogFinding Error(string rule, CatalogEntry entry, EntryFact fact, string problem) =>
        new(rule, CatalogSeverity.Error, entry.Id, $"{fact.Name}: {problem}", fact.Fact.Overridden);

    public static CatalogFinding Note(string rule, CatalogEntry entry, string problem) => new(rule, CatalogSeverity.Note, entry.Id, problem, entry.Overridden);

    public static CatalogFinding Note(string rule, CatalogEntry entry, EntryFact fact, string problem) =>
        new(rule, CatalogSeverity.Note, entry.Id, $"{fact.Name}: {problem}", fact.Fact.Overridden);

    /// <summary>A device's finding is the user's where one of the facts compared is.</summary>
    public static CatalogFinding Error(string rule, HardwareSpec device, string problem, params IEnumerable<Fact> compared) =>
        new(rule, CatalogSeverity.Error, device.Id, problem, compared.Any(fact => fact.Overridden));

    /// <summary>A figure as somebody would write it.</summary>
    public static string Figure(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
