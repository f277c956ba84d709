using System.Text;
using InferBench.Reporting.Charts.Svg;

namespace InferBench.Reporting.Charts;

/// <summary>The renderers of this build. SVG is always built in; PNG needs ScottPlot, which some package feeds do not serve.</summary>
public static class ChartRenderers
{
    public static ChartRenderer Svg { get; } = new("built-in SVG", ".svg", chart => Encoding.UTF8.GetBytes(SvgChart.Document(chart)));

    /// <summary>Null in a build without ScottPlot.</summary>
    public static ChartRenderer? Png { get; } =
#if SCOTTPLOT
        new("ScottPlot PNG", ".png", ScottPlot.ScottPlotChart.Png);
#else
        null;
#endif

    /// <summary>Everything that this build can draw with.</summary>
    public static IReadOnlyList<ChartRenderer> All { get; } = Png is null ? [Svg] : [Svg, Png];
}
