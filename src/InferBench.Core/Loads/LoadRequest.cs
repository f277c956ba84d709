using InferBench.Core.Scenarios;
using InferBench.Core.Workers;

namespace InferBench.Core.Loads;

/// <summary>What the supervisor hands a worker that drives a load scenario, as one JSON line on its standard input.</summary>
/// <param name="Shard">The model and how it is fed; its cells are the batch sizes to make, and its journal is where <see cref="LoadRow"/>s go.</param>
/// <param name="Settings">As asked.</param>
/// <param name="ExpectedRateKnown">Whether the settings' rate was asked for; else Offline measures how much to expect.</param>
/// <param name="MaxBatch">Queries run together, at most.</param>
/// <param name="MaxWaitNs">Nanoseconds that a query waits for others in Server.</param>
/// <param name="Search">Whether the highest valid Server rate is searched for.</param>
public sealed record LoadRequest(ShardRequest Shard, ScenarioSettings Settings, bool ExpectedRateKnown, int MaxBatch, long MaxWaitNs, bool Search);
