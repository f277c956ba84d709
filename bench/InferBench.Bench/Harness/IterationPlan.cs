namespace InferBench.Bench.Harness;

/// <summary>
/// How a cell's operations are cut into BenchmarkDotNet's iterations. After each iteration BenchmarkDotNet formats a line and computes its
/// statistics over all of them so far: 15 to 25 µs by 2,000 iterations, 100 µs where an operation has used up the caches. Short operations
/// therefore share an iteration, so that this stays far below 1 % of them; the recorder has the timestamps of each all the same.
/// </summary>
/// <param name="Operations">Operations of an iteration.</param>
/// <param name="Least">Iterations, at least.</param>
/// <param name="Most">Iterations, at most.</param>
internal readonly record struct IterationPlan(int Operations, int Least, int Most)
{
    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(50);

    /// <param name="count">Operations that the cell may take.</param>
    /// <param name="operation">Time of one; zero where it is unknown, and each is then an iteration of its own.</param>
    public static IterationPlan Of(OperationCount count, TimeSpan operation)
    {
        var operations = operation <= TimeSpan.Zero ? 1 : (int)Math.Clamp(Math.Ceiling(LeastTime / operation), 1, count.Most);
        return new IterationPlan(operations, Iterations(count.Least, operations), Iterations(count.Most, operations));
    }

    private static int Iterations(int count, int operations) => (count + operations - 1) / operations;
}
