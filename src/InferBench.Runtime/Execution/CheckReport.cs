namespace InferBench.Runtime.Execution;

/// <summary>What a check found.</summary>
/// <param name="Model">File name.</param>
/// <param name="Provider">Execution provider.</param>
/// <param name="Source">What the model was held against.</param>
/// <param name="Runs">Every run.</param>
public sealed record CheckReport(string Model, string Provider, CheckSource Source, IReadOnlyList<CheckedRun> Runs)
{
    /// <summary>Whether every output of every run is what it should be.</summary>
    public bool Agrees => Runs.All(run => run.Outputs.All(output => output.Agrees));
}
