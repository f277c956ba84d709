namespace InferBench.Economics.Catalog.Rules;

/// <summary>Output is rarely cheaper than input; where it is, the two may have been exchanged.</summary>
internal sealed class OutputBelowInputRule : ICatalogRule
{
    private const string Name = "output-below-input";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from offer in catalog.Contents.Api
        where offer.Output?.Value < offer.Input?.Value
        select new CatalogFinding(
            Name,
            CatalogSeverity.Note,
            offer.Id,
            $"output at {Findings.Figure(offer.Output!.Value!.Value)} is below input at {Findings.Figure(offer.Input!.Value!.Value)}; are they exchanged?",
            offer.Overridden);
}
