using InferBench.Core.Plans;

namespace InferBench.Cli.Preparation;

/// <summary>The cells that share one loaded session.</summary>
internal sealed record PreparedShard(PreparedModel Model, IReadOnlyList<PlannedCell> Cells)
{
    public string Key => Cells[0].Cell.ShardKey;

    /// <summary>How a one-shot model is fed; null for a decoder.</summary>
    public OneShotSweep? OneShot { get; init; }

    /// <summary>The same cells, measured by another start of the worker.</summary>
    public PreparedShard OfLaunch(int launch) => this with
    {
        Cells = [.. Cells.Select(planned => new PlannedCell(CellKey.OfLaunch(planned.Key, launch), planned.Cell with { Launch = launch }))],
    };
}
