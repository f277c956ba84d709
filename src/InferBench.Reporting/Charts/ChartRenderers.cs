using System.Text;
using InferBench.Reporting.Charts.Svg;

namespace InferBench.Reporting.Charts;

/// <summary>The renderers of this build. SVG is always built in; PNG needs ScottPlot, which some package feeds do not serve.</summary>
public static class ChartRenderers
{
    /// <summary>The renderers that reports use: one for each file format.</summary>
    public static IReadOnlyList<ChartRenderer> Available { get; } =
    [
        new("built-in SVG", ".svg", chart => Encoding.UTF8.GetBytes(SvgChart.Document(chart))),
#if SCOTTPLOT
        new("ScottPlot", ".png", ScottPlot.ScottPlotChart.Png),
#endif
    ];
}
