using InferBench.Core.Samples;

namespace InferBench.Bench.Harness;

/// <summary>BenchmarkDotNet knows no time budget, so the budget becomes a number of operations, from the warm-up's own speed.</summary>
internal static class BudgetPlanner
{
    public static OperationCount Plan(MeasureSettings settings, TimeSpan operation)
    {
        var least = settings.MinOperations!.Value;
        var most = settings.MaxOperations!.Value;
        var affordable = settings.SecondsPerCell!.Value / Math.Max(operation.TotalSeconds, 1e-9);
        return new OperationCount(least, (int)Math.Clamp(affordable, least, most));
    }
}
