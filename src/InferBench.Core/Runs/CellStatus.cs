namespace InferBench.Core.Runs;

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>Not reached: the run was stopped before it.</summary>
    Pending,

    Measured,

    /// <summary>The runtime or the workload reported an error.</summary>
    Failed,

    /// <summary>The worker process died in it.</summary>
    Crashed,

    /// <summary>It made no progress and its worker was killed.</summary>
    TimedOut,
}
