using System.Globalization;
using InferBench.Core.Runs;
using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>The result of several runs in one sentence, and whether they may stand beside each other at all.</summary>
public static class MachinesAnswer
{
    private const int MostOthers = 3;

    /// <param name="runs">At least two.</param>
    /// <param name="terms">What the answer must keep.</param>
    public static string Sentence(IReadOnlyList<RunDocument> runs, AnswerTerms terms)
    {
        var units = runs.SelectMany(run => run.Cells).Select(cell => CostCurves.UnitOf(cell.Cell)).Distinct().Order().ToList();
        return units.Count == 0 ? "There is no answer: no run has a cell." : string.Join(' ', units.Select(unit => Sentence(runs, unit, unit == CostUnit.Items ? new() : terms)));
    }

    /// <summary>Why costs of these runs are not costs of the same work; null where every run has a model and shape in common with the others.</summary>
    public static string? Doubt(IReadOnlyList<RunDocument> runs)
    {
        var works = runs.Select(run => run.Cells.Select(cell => (cell.Cell.Model, cell.Cell.PromptTokens, cell.Cell.GeneratedTokens)).ToHashSet()).ToList();
        return works.Count > 0 && works[0].Any(work => works.All(other => other.Contains(work)))
            ? null
            : "No model and shape is common to all of these runs: where model, prompt or generated length differ, costs are not costs of the same work.";
    }

    private static string Sentence(IReadOnlyList<RunDocument> runs, CostUnit unit, AnswerTerms terms)
    {
        var asked = AnswerChoice.Words(terms);
        var machines = MachineLabels.Of(runs);
        var best = runs
            .Select((run, index) => (Index: index, Point: AnswerChoice.Best(CostCurves.From(run, unit), terms)))
            .Where(one => one.Point is not null)
            .OrderBy(one => one.Point!.UsdPerMillion.Value)
            .ToList();
        if (best is not [var (winner, point), ..])
        {
            return $"No valid configuration of these runs {(asked.Length > 0 ? asked : $"has a cost per million {(unit == CostUnit.Items ? "items" : "output tokens")}")}.";
        }

        var which = asked.Length > 0 ? $" that {asked}" : "";
        var rest = from run in runs.Index()
                   where run.Index != winner
                   let other = AnswerChoice.Best([.. CostCurves.From(run.Item, unit).Where(curve => SameWork(curve.Key, CurveKey.Of(point!.Cell)))], terms)
                   where other is not null
                   orderby other.UsdPerMillion.Value
                   select $"on {machines[run.Index]} the best is {Figures.Usd(other.UsdPerMillion.Value)}{Ratio(other, point!)}";
        var others = string.Join("; ", rest.Take(MostOthers));
        return $"Of {Figures.Whole(runs.Count)} runs, the cheapest valid configuration{which} is {Answer.Configuration(point!)}: "
            + $"{Answer.Cost(point!)} on {machines[winner]} at {RunWords.Price(runs[winner].Price)}.{(others.Length > 0 ? $" For the same model and shape {others}." : "")}";
    }

    private static bool SameWork(CurveKey left, CurveKey right) =>
        (left.Model, left.PromptTokens, left.GeneratedTokens, left.Scenario) == (right.Model, right.PromptTokens, right.GeneratedTokens, right.Scenario);

    // A machine that costs nothing has no ratio.
    private static string Ratio(CostPoint other, CostPoint best) => best.UsdPerMillion.Value > 0
        ? $" ({(other.UsdPerMillion.Value / best.UsdPerMillion.Value).ToString("0.0#", CultureInfo.InvariantCulture)} ×)"
        : "";
}
