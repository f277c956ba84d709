using InferBench.Core.Samples;

namespace InferBench.Bench.Harness;

/// <summary>
/// How many operations to plan for, from the speed of the warm-up. Only an upper bound with room to spare: the recorder keeps the time.
/// </summary>
internal static class BudgetPlanner
{
    private const double Room = 2;

    public static OperationCount Plan(MeasureSettings settings, TimeSpan operation)
    {
        var least = settings.MinOperations!.Value;
        var most = settings.MaxOperations!.Value;
        var affordable = Room * settings.SecondsPerCell!.Value / Math.Max(operation.TotalSeconds, 1e-9);
        return new OperationCount(least, (int)Math.Clamp(affordable, least, most));
    }
}
