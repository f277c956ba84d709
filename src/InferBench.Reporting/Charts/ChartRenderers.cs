using System.Text;
using InferBench.Reporting.Charts.Svg;

namespace InferBench.Reporting.Charts;

/// <summary>The renderers of this build. SVG is always built in; PNG needs ScottPlot, which some package feeds do not serve.</summary>
public static class ChartRenderers
{
    /// <summary>Everything that this build can draw with; the first of each file format is the one that reports use.</summary>
    public static IReadOnlyList<ChartRenderer> All { get; } =
    [
        new("built-in SVG", ".svg", chart => Encoding.UTF8.GetBytes(SvgChart.Document(chart))),
#if SCOTTPLOT
        new("ScottPlot PNG", ".png", ScottPlot.ScottPlotChart.Png),
#endif
    ];

    /// <summary>One renderer for each file format.</summary>
    public static IReadOnlyList<ChartRenderer> ForReports { get; } = [.. All.DistinctBy(renderer => renderer.Extension)];
}
