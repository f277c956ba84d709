namespace InferBench.Core.Workers;

/// <summary>How a shard's one-shot model is fed, as far as its cells do not say it.</summary>
/// <param name="Inputs">Overrides of inputs, <c>NAME=SHAPE:FILL</c>; empty for none.</param>
/// <param name="Dims">Sizes of open dimensions, <c>NAME=NUMBER</c>; empty for none.</param>
/// <param name="TestDataFolder">Where the model's test data lies; null for the model's own folder.</param>
public sealed record OneShotRequest(IReadOnlyList<string> Inputs, IReadOnlyList<string> Dims, string? TestDataFolder = null);
