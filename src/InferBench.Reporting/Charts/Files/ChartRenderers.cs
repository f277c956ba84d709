namespace InferBench.Reporting.Charts.Files;

/// <summary>What draws chart files: ScottPlot, whatever their format.</summary>
public static class ChartRenderers
{
    public static ChartRenderer Svg { get; } = new(".svg", ChartDrawing.Svg);

    public static ChartRenderer Png { get; } = new(".png", ChartDrawing.Png);

    public static IReadOnlyList<ChartRenderer> All { get; } = [Svg, Png];
}
