using InferBench.Cli.Preparation;

namespace InferBench.Cli.Quality;

/// <summary>A model of a run that is to be scored.</summary>
/// <param name="Shard">Its shard's key.</param>
/// <param name="Model">The model.</param>
/// <param name="Reference">What it is compared with; null for the reference itself, which is scored alone.</param>
/// <param name="Request">The same for the scoring process: files instead of names.</param>
internal sealed record QualityTask(string Shard, PreparedModel Model, PreparedModel? Reference, QualityRequest Request);
