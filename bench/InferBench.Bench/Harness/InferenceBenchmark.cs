namespace InferBench.Bench.Harness;

/// <summary>The class that BenchmarkDotNet runs. Public and unsealed because the emitted runner derives from it.</summary>
public class InferenceBenchmark
{
    /// <summary>The cell in work; one at a time in a worker.</summary>
    internal static OperationRecorder? Current { get; set; }

    /// <summary>One operation.</summary>
    public void Run() => Current!.RunOne();
}
