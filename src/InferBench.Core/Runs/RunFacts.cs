using InferBench.Core.Ceilings;
using InferBench.Core.Plans;

namespace InferBench.Core.Runs;

/// <summary>What a cell's figures and judgement need to know of its run, beside its own measurement.</summary>
internal sealed class RunFacts(
    Plan plan, IReadOnlyList<RunModel> models, IReadOnlyList<RunShard> shards, IReadOnlyList<MachineCeilings>? ceilings)
{
    private readonly ILookup<string, RunModel> _models = models.ToLookup(model => model.Key, StringComparer.Ordinal);
    private readonly ILookup<string, RunShard> _shards = shards.ToLookup(shard => shard.Key, StringComparer.Ordinal);

    public Plan Plan => plan;

    public RunModel? Model(Cell cell) => _models[cell.ModelKey].FirstOrDefault();

    public SessionReport? Session(Cell cell) => _shards[cell.ShardKey].LastOrDefault()?.Session;

    public MachineCeilings? Ceilings(Cell cell) => ceilings?.LastOrDefault(one => one.Provider == ProviderDevice.MeasuredBy(cell.Provider));
}
