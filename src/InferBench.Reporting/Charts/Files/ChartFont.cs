using ScottPlot;
using SkiaSharp;

namespace InferBench.Reporting.Charts.Files;

/// <summary>
/// The font of chart files, Inter, which is in this assembly: what a chart looks like does not depend on what the machine has installed, and a
/// machine without any font draws the same. Letters that it lacks come from the machine's fonts, as far as there are any.
/// </summary>
internal sealed class ChartFont : IFontResolver
{
    public const string Family = "Inter";

    /// <summary>Weight of <see cref="SemiBold"/> in CSS.</summary>
    public const int BoldWeight = 600;

    private static readonly SKTypeface Regular = Embedded("Inter-Regular.otf");
    private static readonly SKTypeface SemiBold = Embedded("Inter-SemiBold.otf");

    // ScottPlot asks the machine's fonts first, which may have another Inter.
    static ChartFont() => Fonts.FontResolvers.Insert(0, new ChartFont());

    private ChartFont()
    {
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName != Family ? null : weight >= FontWeight.SemiBold ? SemiBold : Regular;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        CreateTypeface(fontName, bold ? FontWeight.Bold : FontWeight.Normal, FontSlant.Upright, FontSpacing.Normal);

    public static LabelStyle Label(string text, double size, string colour, bool bold = false)
    {
        var label = new LabelStyle();
        Set(label, text, size, colour, bold);
        return label;
    }

    public static void Set(LabelStyle label, string text, double size, string colour, bool bold = false)
    {
        label.Text = text;
        label.FontSize = (float)size;
        label.ForeColor = Color.FromHex(colour);
        label.Bold = bold;
        label.FontName = Family;
        label.SubpixelText = true;
        // Only where it is needed: looking for another font asks the machine for each letter, and may find a worse one.
        if (!Has(text))
        {
            label.SetBestFont();
        }
    }

    /// <summary>Whether the font has every letter of a text, which may have line ends.</summary>
    public static bool Has(string text) => Regular.ContainsGlyphs(text.Replace("\n", "", StringComparison.Ordinal));

    public static double Width(string text, float size, bool bold = false)
    {
        using var font = new SKFont(bold ? SemiBold : Regular, size) { Subpixel = true, Hinting = SKFontHinting.None };
        return font.MeasureText(text);
    }

    private static SKTypeface Embedded(string name)
    {
        using var stream = typeof(ChartFont).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in this assembly");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"{name} cannot be read as a font");
    }
}
