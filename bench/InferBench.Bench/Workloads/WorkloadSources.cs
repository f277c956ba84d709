using InferBench.Core.Workers;

namespace InferBench.Bench.Workloads;

/// <summary>Loads a shard's model as what it is.</summary>
internal static class WorkloadSources
{
    public static IWorkloadSource Load(ShardRequest request) =>
        request.OneShot is { } how ? OneShotWorkloads.Load(request, how) : DecoderWorkloads.Load(request);
}
