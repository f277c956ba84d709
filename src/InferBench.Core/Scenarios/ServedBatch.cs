namespace InferBench.Core.Scenarios;

/// <summary>A batch as it was run. Times are nanoseconds from the run's start.</summary>
/// <param name="Batch">Its queries.</param>
/// <param name="ReadyNs">When it should have been started: the rule was met and the batch before was done.</param>
/// <param name="StartedNs">When the operation was called.</param>
/// <param name="DoneNs">When it returned.</param>
public readonly record struct ServedBatch(QueryBatch Batch, long ReadyNs, long StartedNs, long DoneNs)
{
    /// <summary>How late the dispatcher was: time that the harness and not the system under test took.</summary>
    public long LatenessNs => StartedNs - ReadyNs;
}
