namespace InferBench.Core.Runs;

/// <summary>A session that a worker loaded, or could not load.</summary>
/// <param name="Key">Model, precision and provider.</param>
/// <param name="Session">As applied; null where loading failed.</param>
/// <param name="Error">Why loading failed; null where it did not.</param>
public sealed record RunShard(string Key, SessionReport? Session, string? Error);
