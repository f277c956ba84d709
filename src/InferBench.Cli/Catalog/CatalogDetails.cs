using System.Globalization;
using InferBench.Cli.Terminal;
using InferBench.Core.Errors;
using InferBench.Economics.Catalog;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Catalog;

/// <summary>An entry with all that is known of it.</summary>
internal static class CatalogDetails
{
    private const string Rejected = "rejected";

    /// <exception cref="BadInputException">The catalog has no such entry; names those that may have been meant.</exception>
    public static CatalogView Of(PriceCatalog catalog, string id, DateOnly day)
    {
        if (id.Equals(Rejected, StringComparison.OrdinalIgnoreCase))
        {
            return CatalogView.Of(catalog, day, [], catalog.Rejected);
        }

        var found = catalog.Find(id);
        if (found.Count == 0)
        {
            var near = catalog.Near(id);
            var mend = near.Count > 0 ? $"did you mean {string.Join(", ", near)}?" : "see 'inferbench catalog list'";
            throw new BadInputException($"'{id}' is not in the catalog; {mend}");
        }

        var rejected = catalog.Rejected
            .Where(figure => found.Any(entry => entry.Id.StartsWith(figure.Subject.Split(' ')[0], StringComparison.OrdinalIgnoreCase)))
            .ToList();
        return CatalogView.Of(catalog, day, found, rejected.Count > 0 ? rejected : null);
    }

    public static void Show(Screen screen, CatalogView view)
    {
        foreach (var entry in view.Entries)
        {
            screen.Line(SafeText.Of($"{entry.Id}: {entry.Name}{Interval(entry)}{(entry.Status == FactStatus.Announced ? ", announced" : "")}{(entry.Overridden ? ", from your file" : "")}"));
            foreach (var fact in entry.Facts)
            {
                screen.Line("  " + SafeText.Of($"{fact.Name,-20} {Value(fact),-22} {fact.AsOf,-12} {CatalogWords.Of(fact.Confidence),-9} {fact.Reference}{Remarks(fact)}"));
            }
        }

        foreach (var figure in view.Rejected ?? [])
        {
            screen.Line(SafeText.Of($"not used: {figure.Subject}: {figure.Figure} ({figure.Source}); used: {figure.Used}. {figure.Reason}"));
        }

        screen.Line($"catalog {view.CatalogVersion} on {Figures.Date(view.Day)}");
    }

    private static string Interval(EntryView entry) => (entry.EffectiveFrom, entry.EffectiveUntil) switch
    {
        ({ } from, { } until) => $", from {Figures.Date(from)} until before {Figures.Date(until)}",
        ({ } from, null) => $", from {Figures.Date(from)}",
        (null, { } until) => $", until before {Figures.Date(until)}",
        _ => "",
    };

    private static string Value(FactView fact) => fact.Text ?? (fact.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{value:#,0.######} {fact.Unit}")
        : "none");

    private static string Remarks(FactView fact) =>
        (fact.Alternative ? "; not used" : "") + (fact.Overridden ? "; your file" : "") + (fact.Note is { } note ? $"; {note}" : "");
}
