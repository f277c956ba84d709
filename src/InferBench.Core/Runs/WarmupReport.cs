namespace InferBench.Core.Runs;

/// <summary>Warm-up as applied: operations with the cell's full shape that are not counted.</summary>
/// <param name="Operations">Operations run.</param>
/// <param name="Ns">Time that they took.</param>
/// <param name="Stable">Whether the last two agreed within 5 % when warm-up ended; false where its time ran out first.</param>
public sealed record WarmupReport(int Operations, long Ns, bool Stable);
