namespace InferBench.Models.Tensors;

/// <summary>Figures over all elements of a tensor; null where the reference does not say, or where the figure is not finite.</summary>
/// <param name="Sum">Sum, in double.</param>
/// <param name="SumAbs">Sum of magnitudes.</param>
/// <param name="Min">Smallest element.</param>
/// <param name="Max">Largest element.</param>
/// <param name="ArgMax">Row-major index of the first largest element.</param>
public sealed record ReferenceFigures(double? Sum, double? SumAbs, double? Min, double? Max, long? ArgMax);
