using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts.Svg;

/// <summary>Grid, ticks and titles of both axes.</summary>
internal static class SvgAxes
{
    public const double FontSize = 12;

    public static void Draw(MarkupWriter svg, SvgFrame frame)
    {
        svg.Line($"<g font-size=\"{FontSize}\" class=\"ib-muted\" fill=\"{SvgTheme.Muted}\">");
        foreach (var tick in frame.Y.Ticks)
        {
            var y = frame.YOf(tick.Value);
            svg.Line($"<line class=\"ib-grid\" x1=\"{frame.Left}\" y1=\"{y}\" x2=\"{frame.Right}\" y2=\"{y}\" stroke=\"{SvgTheme.Grid}\"/>");
            svg.Line($"<text x=\"{frame.Left - 8}\" y=\"{y + 4}\" text-anchor=\"end\">{tick.Label}</text>");
        }

        foreach (var tick in frame.X.Ticks)
        {
            var x = frame.XOf(tick.Value);
            svg.Line($"<line class=\"ib-axis\" x1=\"{x}\" y1=\"{frame.Bottom}\" x2=\"{x}\" y2=\"{frame.Bottom + 5}\" stroke=\"{SvgTheme.AxisLine}\"/>");
            svg.Line($"<text x=\"{x}\" y=\"{frame.Bottom + 19}\" text-anchor=\"middle\">{tick.Label}</text>");
        }

        svg.Line($"<line class=\"ib-axis\" x1=\"{frame.Left}\" y1=\"{frame.Bottom}\" x2=\"{frame.Right}\" y2=\"{frame.Bottom}\" stroke=\"{SvgTheme.AxisLine}\"/>");
        svg.Line($"<text x=\"{(frame.Left + frame.Right) / 2}\" y=\"{frame.Bottom + 38}\" text-anchor=\"middle\">{ScaleWords(frame.X.Axis)}</text>");
        svg.Line($"</g>");
    }

    /// <summary>An axis title that says when distances are ratios.</summary>
    public static string ScaleWords(Axis axis) => axis.Scale == AxisScale.Log ? $"{axis.Title}, log scale" : axis.Title;
}
