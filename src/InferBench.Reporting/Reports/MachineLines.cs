using InferBench.Core.Runs;
using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>The best of each machine and precision, side by side.</summary>
public static class MachineLines
{
    /// <param name="runs">The runs; each is a machine at its price.</param>
    /// <returns>One for each run, model, precision, provider and shape with a usable cell, the cheapest first within a unit.</returns>
    public static IReadOnlyList<MachineLine> Of(IReadOnlyList<RunDocument> runs)
    {
        var machines = MachineLabels.Of(runs);
        return
        [
            .. from unit in Enum.GetValues<CostUnit>()
               from line in runs.SelectMany((run, index) => CostCurves.From(run, unit).Select(curve => Line(run, machines[index], curve))).OrderBy(line => line.UsdPerMillion.Value)
               select line,
        ];
    }

    private static MachineLine Line(RunDocument run, string machine, CostCurve curve)
    {
        var best = CostFrontier.Cheapest([curve]) ?? curve.Points.MinBy(point => point.UsdPerMillion.Value)!;
        return new(
            machine,
            run.RunId,
            curve.Key.Model,
            curve.Key.Precision,
            curve.Key.Provider,
            curve.Key.PromptTokens,
            curve.Key.GeneratedTokens,
            best.Cell.Batch,
            best.Unit,
            best.UsdPerMillion,
            best.PerUserTokensPerSecond,
            !best.Suspect,
            QualityPhrases.Short(curve.Quality),
            run.Price);
    }
}
