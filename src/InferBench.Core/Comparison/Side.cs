using InferBench.Core.Runs;

namespace InferBench.Core.Comparison;

/// <summary>A side with its cells, each with its launches, in the order of the run.</summary>
internal sealed class Side
{
    public Side(string letter, RunDocument run, string? part, IEnumerable<RunCell> cells)
    {
        Run = run;
        var models = run.Models.ToLookup(model => model.Key, StringComparer.Ordinal);
        Cells =
        [
            .. cells.GroupBy(cell => cell.Cell with { Launch = 1 })
                .Select(group => new CellLaunches(group.Key, models[group.Key.ModelKey].FirstOrDefault(), [.. group])),
        ];
        Info = new ComparedSide(
            letter,
            run.RunId,
            part,
            run.StartedAt,
            run.Environment.CpuModel,
            run.Environment.LogicalCores,
            Cells.Any(cell => cell.Cell.Provider != "cpu") ? [.. run.Environment.Gpus.Select(gpu => gpu.Name)] : [],
            run.Price.UsdPerHour,
            run.Price.Assumed,
            run.Digest);
    }

    public ComparedSide Info { get; }

    public RunDocument Run { get; }

    public IReadOnlyList<CellLaunches> Cells { get; }
}
