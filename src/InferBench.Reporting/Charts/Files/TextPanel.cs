using InferBench.Reporting.Text;
using ScottPlot;
using ScottPlot.Panels;

namespace InferBench.Reporting.Charts.Files;

/// <summary>Paragraphs over or under a plot, from the figure's left edge: ScottPlot's own title is one size of text and stands over the plot alone.</summary>
internal sealed class TextPanel : PanelBase
{
    private const double LineHeight = 1.36;
    private const double BoldWidth = 1.12;
    private const double Space = 8;

    private readonly List<(LabelStyle Label, double Y)> _lines = [];
    private double _end;

    public TextPanel(Edge edge)
    {
        Edge = edge;
        _end = edge == Edge.Top ? ChartLayout.Margin : Space;
    }

    /// <summary>Of all paragraphs, with the space around them.</summary>
    public double Height => _end + Space;

    /// <summary>A paragraph, broken into lines that fit the figure.</summary>
    public void Add(string text, double size, string colour, bool bold = false)
    {
        foreach (var line in TextMetrics.Wrapped(SafeText.Of(text), bold ? size * BoldWidth : size, ChartLayout.Width - (2 * ChartLayout.Margin)))
        {
            _lines.Add((ChartFont.Label(line, size, colour, bold), _end));
            _end += size * LineHeight;
        }

        _end += 2;
    }

    public void AddSpace() => _end += Space;

    public override float Measure(Paint paint) => (float)Height;

    public override void Render(RenderPack rp, float size, float offset)
    {
        var top = GetPanelRect(rp.DataRect, size, offset, rp.Paint).Top;
        foreach (var (label, y) in _lines)
        {
            label.Render(rp.Canvas, new Pixel(rp.FigureRect.Left + ChartLayout.Margin, top + y), rp.Paint);
        }
    }
}
