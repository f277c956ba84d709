using System.Globalization;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>A run's result in one sentence.</summary>
public static class Answer
{
    /// <summary>One sentence; where a run has decoders and one-shot models, one for each, because a token is no item.</summary>
    /// <param name="run">The run.</param>
    /// <param name="terms">What the answer must keep; null for nothing. Speed and perplexity are a decoder's: they say nothing of one-shot models.</param>
    public static string Sentence(RunDocument run, AnswerTerms? terms = null)
    {
        var units = run.Cells.Select(cell => CostCurves.UnitOf(cell.Cell)).Distinct().Order().ToList();
        return units.Count < 2
            ? Sentence(run, run.Cells, units.FirstOrDefault(), terms ?? new())
            : string.Join(' ', units.Select(unit =>
                $"{(unit == CostUnit.Items ? "One-shot models" : "Decoders")}: {Sentence(run, [.. run.Cells.Where(cell => CostCurves.UnitOf(cell.Cell) == unit)], unit, terms ?? new())}"));
    }

    private static string Sentence(RunDocument run, IReadOnlyList<RunCell> cells, CostUnit unit, AnswerTerms terms)
    {
        var curves = CostCurves.From(run, unit);
        var conditions = $"on {RunWords.Machine(run)} at {RunWords.Price(run.Price)}";
        var asked = unit == CostUnit.Items ? "" : AnswerChoice.Words(terms);
        if (asked.Length > 0 && AnswerChoice.Best(curves, terms) is not { })
        {
            return $"No valid configuration {asked}. Without that: {Sentence(run, cells, unit, new())}";
        }

        if (AnswerChoice.Best(curves, asked.Length > 0 ? terms : new()) is { } best)
        {
            var which = asked.Length > 0 ? $" that {asked}" : "";
            return $"The cheapest valid configuration{which} is {Configuration(best)}: {Cost(best)} {conditions}.{Against(best, curves, asked.Length > 0 ? terms : new())}";
        }

        var points = curves.SelectMany(curve => curve.Points).ToList();
        return points.MinBy(point => point.UsdPerMillion.Value) is { } suspect
            ? $"No configuration was measured without doubt; the cheapest of the {Figures.Whole(points.Count)} suspect ones is "
                + $"{Configuration(suspect)}: {Cost(suspect)} {conditions}."
            : $"There is no answer: none of {Figures.Whole(cells.Count)} planned cells has a usable measurement.";
    }

    internal static string Configuration(CostPoint point) =>
        $"{SafeText.Shortened(point.Cell.Model, 60)} {(point.Cell.Precision == Cell.NoWeights ? "" : $"in {SafeText.Shortened(point.Cell.Precision, 40)} ")}"
        + $"on {SafeText.Shortened(point.Cell.Provider, 40)} at batch {Figures.Whole(point.Cell.Batch)}";

    internal static string Cost(CostPoint point)
    {
        var cost = point.UsdPerMillion;
        var interval = cost is { Low: { } low, High: { } high } ? $" (95 % interval {Figures.Usd(low)} to {Figures.Usd(high)})" : "";
        var speed = point.PerUserTokensPerSecond is { } user ? $", with {Figures.Number(user.Value)} tok/s for each user," : "";
        return $"{Figures.Usd(cost.Value)} per million {(point.Unit == CostUnit.Items ? "items" : "output tokens")}{interval}{speed}";
    }

    // Only the same model at the same shape on the same provider, held to the same terms, is a fair comparison.
    private static string Against(CostPoint best, IReadOnlyList<CostCurve> curves, AnswerTerms terms)
    {
        var partner = AnswerChoice.Best([.. curves.Where(curve => curve.Key == CurveKey.Of(best.Cell) with { Precision = "fp32" })], terms);
        if (partner is null || best.Cell.Precision == "fp32")
        {
            return "";
        }

        var ratio = partner.UsdPerMillion.Value / best.UsdPerMillion.Value;
        var loss = QualityPhrases.Loss(curves.First(curve => curve.Key == CurveKey.Of(best.Cell)).Quality, "it") is { } words
            ? $" {SafeText.Shortened(best.Cell.Precision, 40)} is {ratio.ToString("0.0#", CultureInfo.InvariantCulture)} × cheaper and {words}."
            : "";
        return $" In fp32 the best is {Figures.Usd(partner.UsdPerMillion.Value)}, at batch {Figures.Whole(partner.Cell.Batch)}.{loss}";
    }
}
