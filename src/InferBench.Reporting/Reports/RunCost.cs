using InferBench.Core.Runs;
using InferBench.Economics.Catalog;
using InferBench.Economics.Costs;
using InferBench.Economics.Machines;

namespace InferBench.Reporting.Reports;

/// <summary>What a run's own report says about cost: at its own price, always busy, against the shipped catalog on the run's own day, so that it can be made again.</summary>
public static class RunCost
{
    /// <returns>Null where the run has no decoder cell with raw samples.</returns>
    public static CostReport? Of(RunDocument run)
    {
        if (!run.Cells.Any(cell => !cell.Cell.IsOneShot && cell is { IsUsable: true, Measurement.Samples.Count: > 0 }))
        {
            return null;
        }

        var question = new CostQuestion
        {
            Machine = CloudMachines.OfRun(run.Price),
            AsOf = run.Price.AsOf ?? DateOnly.FromDateTime(run.StartedAt.UtcDateTime),
            Against = [],
        };
        return CostAnalysis.Of(run, question, PriceCatalog.BuiltIn);
    }
}
