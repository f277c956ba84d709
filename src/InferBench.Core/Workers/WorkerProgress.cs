namespace InferBench.Core.Workers;

/// <summary>One line of a worker's standard output: where it is. Progress only; results go to the journal.</summary>
/// <param name="Cell">Key of the cell in work; null while the session loads.</param>
/// <param name="Phase">What the worker is doing.</param>
/// <param name="Done">Operations finished in this phase.</param>
/// <param name="Of">Operations that this phase will take at most; 0 where unknown.</param>
/// <param name="OperationSeconds">Seconds of the latest operation; null before the first.</param>
public sealed record WorkerProgress(string? Cell, WorkerPhase Phase, int Done, int Of, double? OperationSeconds);
