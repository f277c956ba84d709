namespace InferBench.Economics.Sizing;

/// <summary>A cell that cannot answer.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Limit">The limit that it misses: ttft or tpot; null where another reason speaks against it.</param>
/// <param name="Excess">How far it is from answering: the figure over its limit; null where no figure says.</param>
public sealed record RefusedCell(MachineCell Cell, string Reason, string? Limit = null, double? Excess = null);
