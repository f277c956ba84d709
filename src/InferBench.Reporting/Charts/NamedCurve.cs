using InferBench.Core.Runs;
using InferBench.Economics.Costs;
using InferBench.Reporting.Reports;

namespace InferBench.Reporting.Charts;

/// <summary>A cost curve as one line of a chart.</summary>
/// <param name="Name">What sets it apart from the chart's other lines.</param>
/// <param name="Curve">The curve.</param>
/// <param name="Notes">What is read out beside its points.</param>
internal sealed record NamedCurve(string Name, CostCurve Curve, PointNotes Notes)
{
    private const int MostLines = 8;

    /// <summary>The curves of all runs, named by what they differ in and, where there are several runs, by machine.</summary>
    public static IReadOnlyList<NamedCurve> Of(IReadOnlyList<RunDocument> runs, CostUnit unit)
    {
        var curves = runs.SelectMany((run, index) => CostCurves.From(run, unit).Select(curve => (Index: index, Curve: curve))).ToList();
        var notes = runs.Select(run => new PointNotes(run)).ToList();
        var machines = MachineLabels.Of(runs);
        var names = CurveNames.Of([.. curves.Select(one => one.Curve.Key)]);
        return [.. curves.Zip(names, (one, name) => new NamedCurve(runs.Count > 1 ? $"{name} · {machines[one.Index]}" : name, one.Curve, notes[one.Index]))];
    }

    /// <summary>Those with the lowest cost, as many as a chart can show, in the order given.</summary>
    public static IReadOnlyList<NamedCurve> Cheapest(IReadOnlyList<NamedCurve> curves)
    {
        var kept = curves.OrderBy(curve => curve.Curve.Points.Min(point => point.UsdPerMillion.Value)).Take(MostLines).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. curves.Where(kept.Contains)];
    }
}
