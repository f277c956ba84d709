namespace InferBench.Core.Scenarios;

/// <summary>A run that was recorded elsewhere, as a file gives it.</summary>
/// <param name="Settings">What was asked; what the file does not say has LoadGen's default.</param>
/// <param name="Run">What was recorded.</param>
/// <param name="Notes">What the person should know about the file, one line each; none makes it unusable.</param>
public sealed record RecordedRun(ScenarioSettings Settings, ScenarioRun Run, IReadOnlyList<string> Notes);
