namespace InferBench.Cli.Projection;

/// <param name="Precision">Weight format.</param>
/// <param name="Batch">Batch from which on matrix products take longer than reading the weights, by the target's full figures, the cache left out.</param>
internal sealed record CriticalBatch(string Precision, double Batch);
