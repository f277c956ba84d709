namespace InferBench.Core.Runs;

/// <param name="Version">InferBench's version.</param>
/// <param name="GitCommit">Commit of the checkout that it was built from; null where that is unknown.</param>
/// <param name="GitDirty">Whether that checkout had changes of its own; null where that is unknown.</param>
public sealed record ToolVersion(string Version, string? GitCommit, bool? GitDirty);
