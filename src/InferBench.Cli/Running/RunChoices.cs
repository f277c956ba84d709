namespace InferBench.Cli.Running;

/// <param name="DryRun">Say what would run, and stop.</param>
/// <param name="Strict">A cell that is not valid makes the run fail.</param>
/// <param name="Json">Print the run document.</param>
internal sealed record RunChoices(bool DryRun, bool Strict, bool Json);
