namespace InferBench.Cli.Preparation;

/// <summary>Reports on the caller's thread, in order.</summary>
internal sealed class ImmediateProgress(Action<double> report) : IProgress<double>
{
    public void Report(double value) => report(value);
}
