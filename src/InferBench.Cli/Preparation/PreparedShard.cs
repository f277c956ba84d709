using InferBench.Core.Plans;

namespace InferBench.Cli.Preparation;

/// <summary>The cells that share one loaded session.</summary>
internal sealed record PreparedShard(PreparedModel Model, IReadOnlyList<PlannedCell> Cells)
{
    public string Key => Cells[0].Cell.ShardKey;

    /// <summary>How a one-shot model is fed; null for a decoder.</summary>
    public OneShotSweep? OneShot { get; init; }
}
