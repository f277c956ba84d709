namespace InferBench.Cli.Running;

/// <param name="DryRun">Say what would run, and stop.</param>
/// <param name="Strict">A cell that is not valid makes the run fail.</param>
/// <param name="Json">Print the run document.</param>
/// <param name="Ceilings">Measure first what the machine can do at most.</param>
internal sealed record RunChoices(bool DryRun, bool Strict, bool Json, bool Ceilings = false);
