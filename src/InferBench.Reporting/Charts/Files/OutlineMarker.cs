using ScottPlot;
using SkiaSharp;

namespace InferBench.Reporting.Charts.Files;

/// <summary>A mark of the same shape as in the built-in drawing: ScottPlot has no filled hexagon, plus or cross.</summary>
internal sealed class OutlineMarker(MarkerShape shape) : IMarker
{
    private readonly IReadOnlyList<(double X, double Y)> _corners = MarkerOutlines.Corners(shape);

    /// <param name="canvas">Where to.</param>
    /// <param name="paint">ScottPlot's own.</param>
    /// <param name="center">Where the mark stands.</param>
    /// <param name="size">Not used: the outlines have their sizes.</param>
    /// <param name="markerStyle">Its fill and outline.</param>
    public void Render(SKCanvas canvas, Paint paint, Pixel center, float size, MarkerStyle markerStyle)
    {
        if (_corners.Count == 0)
        {
            Drawing.FillCircle(canvas, center, (float)MarkerOutlines.Radius, markerStyle.FillStyle, paint);
            Drawing.DrawCircle(canvas, center, (float)MarkerOutlines.Radius, markerStyle.OutlineStyle, paint);
            return;
        }

        using var outline = new SKPath();
        outline.AddPoly([.. _corners.Select(corner => new SKPoint(center.X + (float)corner.X, center.Y + (float)corner.Y))], close: true);
        Drawing.FillPath(canvas, paint, outline, markerStyle.FillStyle);
        Drawing.DrawPath(canvas, paint, outline, markerStyle.OutlineStyle);
    }
}
