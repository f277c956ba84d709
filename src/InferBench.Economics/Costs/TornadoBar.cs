namespace InferBench.Economics.Costs;

/// <summary>What one input does to the cost while the others stay.</summary>
/// <param name="Input">Which, in words.</param>
/// <param name="Low">The lower value that was tried, with its unit.</param>
/// <param name="High">The higher one.</param>
/// <param name="UsdAtLow">US dollars per million output tokens, their input included, at the lower value.</param>
/// <param name="UsdAtHigh">The same at the higher one.</param>
/// <param name="Bounds">Why these two values.</param>
public sealed record TornadoBar(string Input, string Low, string High, double UsdAtLow, double UsdAtHigh, string Bounds)
{
    public double Swing => Math.Abs(UsdAtHigh - UsdAtLow);
}
