using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>How each cell's bill divides between input and output; at the run's price, on a machine that is busy all the time.</summary>
/// <param name="Columns">Columns with their units.</param>
/// <param name="Rows">A text for each column, a row for each usable decoder cell.</param>
/// <param name="Notes">What the figures rest on.</param>
internal sealed record CostBreakdown(IReadOnlyList<ResultsColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Notes)
{
    private const int Most = 100;

    /// <returns>Null where the run has no decoder cell with raw samples.</returns>
    public static CostBreakdown? Of(CostReport? cost)
    {
        if (cost is not { } report)
        {
            return null;
        }

        // A table of ten thousand rows is no reading matter; the cheapest are.
        var cells = report.Cells.OrderBy(cell => cell.OutputWithInput?.Value).Take(Most).ToHashSet();
        var characters = cells.Any(cell => cell.Costs?.ThousandCharacters is not null);
        return new(
            [
                new("cell", Numeric: false), new("input share", Numeric: true), new("$/M input tok", Numeric: true), new("$/M output tok alone", Numeric: true), new("$/M tok", Numeric: true),
                new("$/request", Numeric: true), .. characters ? [new ResultsColumn("$/1k characters out", Numeric: true)] : Array.Empty<ResultsColumn>(), new("standing", Numeric: false),
            ],
            [.. report.Cells.Where(cells.Contains).Select(cell => Row(cell, characters))],
            [
                $"Allocation: {report.Allocation}.",
                .. report.Cells.Count > Most ? [$"The {Figures.Whole(Most)} cheapest of {Figures.Whole(report.Cells.Count)} cells are shown."] : Array.Empty<string>(),
                .. characters ? [] : (string[])["Costs of 1,000 characters are not known: the run does not say how many tokens its tokenizer makes of them."],
                "Other loads, prices and APIs: inferbench cost.",
            ]);
    }

    private static IReadOnlyList<string> Row(CellCost cell, bool characters) =>
    [
        CostPhrases.Configuration(cell.Cell),
        Figures.Percent(cell.InputShare),
        Figures.Usd(cell.Costs?.InputPerMillion.Value),
        Figures.Usd(cell.Costs?.OutputPerMillion.Value),
        Figures.Usd(cell.Costs?.TokensPerMillion.Value),
        Figures.Usd(cell.Costs?.Request.Value),
        .. characters ? [Figures.Usd(cell.Costs?.ThousandCharacters?.Value)] : Array.Empty<string>(),
        cell.Suspect ? "suspect" : "valid",
    ];
}
