using InferBench.Core.Runs;

namespace InferBench.Reporting.Sources;

/// <summary>A run that a report is made from.</summary>
/// <param name="Run">Its document.</param>
/// <param name="Folder">Full path of the folder that the document lies in.</param>
/// <param name="Altered">Whether the document says something else than when its digest was written.</param>
public sealed record RunSource(RunDocument Run, string Folder, bool Altered);
