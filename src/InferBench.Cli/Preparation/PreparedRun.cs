using InferBench.Cli.Quality;
using InferBench.Core.Plans;
using InferBench.Core.Workers;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Preparation;

/// <summary>A checked plan with its models made and its cells named.</summary>
internal sealed record PreparedRun(Plan Plan, IReadOnlyList<PreparedShard> Shards, IReadOnlyList<QualityTask> Quality)
{
    /// <summary>Models of the plan that one of its providers cannot run, and another can.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public IEnumerable<PlannedCell> Cells => Shards.SelectMany(shard => shard.Cells);

    public ShardRequest Request(PreparedShard shard, string journal) => new(
        shard.Key,
        shard.Model.Path,
        shard.Model.Model.Sha256,
        shard.Model.Model.Provider,
        Plan.Threads!.Value,
        Plan.Seed!.Value,
        Plan.PromptIds,
        Plan.Measure!,
        journal,
        shard.Cells,
        Plan.PromptText is { } text ? Path.GetFullPath(text) : null,
        shard.OneShot?.Request,
        Plan.Selection!,
        shard.Model.Model.Provider == ExecutionProviders.Cpu ? null : Plan.ProviderOptions,
        shard.Model.Model.Provider == ExecutionProviders.Cuda ? Plan.CudaGraph! : CudaGraph.Off);
}
