namespace InferBench.Economics.Catalog.Rules;

/// <summary>No figure is from the future, and the user's own have a date.</summary>
internal sealed class DateRule : ICatalogRule
{
    private const string Name = "date";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog)
    {
        // The shipped figures do not become wrong where somebody asks for an earlier day.
        var latest = catalog.Today > BuiltInData.AsOf ? catalog.Today : BuiltInData.AsOf;
        return
            from item in catalog.Facts
            let date = item.Fact.Fact.AsOf
            let problem = date.Earliest is not { } day
                ? item.Fact.Fact.Overridden ? "has no date; write asOf, the day for which the figure holds" : null
                : day > latest ? $"is of {date}, which is after {Findings.Day(latest)}" : null
            where problem is not null
            select Findings.Error(Name, item.Entry, item.Fact, problem);
    }
}
