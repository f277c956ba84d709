using InferBench.Core.Runs;
using InferBench.Economics.BreakEven;
using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>Cost by utilization: each precision's best cell, falling with the load, and API prices, which do not. Where they cross is the break-even.</summary>
internal static class UtilizationChart
{
    private const double Least = 0.05;
    private const int MostLines = 6;

    private static readonly double[] Percents = [5, 10, 20, 30, 50, 70, 100];

    public static Chart Of(RunDocument run, CostReport report)
    {
        var best = report.Cells
            .Where(cell => cell.OutputWithInput is not null)
            .GroupBy(cell => CurveKey.Of(cell.Cell))
            .Select(curve => curve.OrderBy(cell => cell.Suspect).ThenBy(cell => cell.OutputWithInput!.Value).First())
            .ToList();
        var cheapest = best.OrderBy(cell => cell.OutputWithInput!.Value).Take(MostLines).ToHashSet();
        best.RemoveAll(cell => !cheapest.Contains(cell));
        var names = CurveNames.Of([.. best.Select(cell => CurveKey.Of(cell.Cell))]);
        var apis = ApiLines.Of(report, Least, 1);
        return new Chart(
            "cost-by-utilization",
            "Cost of output tokens by how busy the machine is",
            $"{RunWords.Machine(run)} at {RunWords.Price(run.Price)}",
            new("Share of the time in which the machine works", "%", AxisScale.Log, TicksAt: Percents),
            new("US dollars per million output tokens, their input included", null, AxisScale.Log, Money: true),
            [.. best.Zip(names, Own), .. apis.Select(Api)],
            [
                "Lines of the machine are its price over what it makes in that share of the time, at the measured rate of each precision's cheapest valid cell.",
                $"API prices of {Figures.Date(report.AsOf)} from catalog {report.CatalogVersion}, for {Figures.Number(report.InputPerOutput)} input tokens to each output token. Where lines cross, both cost the same.",
                .. Warnings(report),
                RunWords.PriceOrigin(run.Price),
            ],
            RunWords.Origin(run));
    }

    /// <summary>What keeps a comparison with APIs from being like for like.</summary>
    public static IEnumerable<string> Warnings(CostReport report)
    {
        var model = SafeText.Shortened(report.Answer.Cell.Model, 60);
        if (report.SyntheticModel)
        {
            yield return $"Random weights in the dimensions of {model}: the price comparison only shows speed economics.";
        }
        else if (!report.Comparisons.Any(one => one.SameWeights))
        {
            yield return "The APIs serve other weights: that they do the same work has to be shown by an evaluation.";
        }
    }

    private static Series Own(CellCost cell, string name) => new(
        name,
        [.. Percents.Select(percent => Point(percent, cell.OutputWithInput!.Value / (percent / 100)))],
        $"{Figures.Usd(cell.OutputWithInput!.Value)} always busy, batch {Figures.Whole(cell.Cell.Batch)}",
        cell.Suspect ? "suspect" : null)
    {
        Form = SeriesForm.Plain,
    };

    private static Series Api(ApiComparison one) => new(
        SafeText.Shortened(one.Provider, 30),
        [Point(Percents[0], one.OutputWithInput), Point(Percents[^1], one.OutputWithInput)],
        SafeText.Shortened(one.Model.Split('/')[^1], 40),
        $"break-even {CostPhrases.BreakEven(one.Crossing)}")
    {
        Form = SeriesForm.Plain,
    };

    private static SeriesPoint Point(double percent, double usd) => new(percent, usd);
}
