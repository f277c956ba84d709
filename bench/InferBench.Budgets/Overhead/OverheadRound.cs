namespace InferBench.Budgets.Overhead;

/// <summary>Medians of one round.</summary>
/// <param name="BareNs">An operation of the bare loop.</param>
/// <param name="WorkloadNs">The same by the workload with its trace, in turns with the bare loop.</param>
/// <param name="GapNs">In a worker, from the end of an operation to the start of the next.</param>
/// <param name="WorkerPeriodNs">In a worker, from the start of an operation to the start of the next.</param>
internal sealed record OverheadRound(double BareNs, double WorkloadNs, double GapNs, double WorkerPeriodNs);
