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

    /// <summary>Why no PNG is drawn here; null where it is.</summary>
    public static string? WhyNoPng =>
#if SCOTTPLOT
        ScottPlot.ScottPlotText.HasFont ? null : "this machine has no font to write the charts' words with; install one, such as DejaVu Sans, or take the SVG files";
#else
        "this build draws SVG alone; PNG needs ScottPlot, which its package feed did not serve";
#endif

    /// <summary>Everything that this build can draw with.</summary>
    public static IReadOnlyList<ChartRenderer> All { get; } = Png is null ? [Svg] : [Svg, Png];
}
