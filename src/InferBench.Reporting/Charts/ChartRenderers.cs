using System.Text;
using InferBench.Reporting.Charts.Svg;

namespace InferBench.Reporting.Charts;

/// <summary>What draws chart files.</summary>
public static class ChartRenderers
{
    public static ChartRenderer Svg { get; } = new("built-in SVG", ".svg", chart => Encoding.UTF8.GetBytes(SvgChart.Document(chart)));

    public static ChartRenderer Png { get; } = new("ScottPlot PNG", ".png", ScottPlot.ScottPlotChart.Png);

    /// <summary>Why no PNG is drawn here; null where it is.</summary>
    public static string? WhyNoPng =>
        ScottPlot.ScottPlotText.HasFont ? null : "this machine has no font to write the charts' words with; install one, such as DejaVu Sans, or take the SVG files";

    public static IReadOnlyList<ChartRenderer> All { get; } = [Svg, Png];
}
