using global::ScottPlot;
using SkiaSharp;

namespace InferBench.Reporting.Charts.ScottPlot;

/// <summary>Text in a font of this machine that holds its letters, as far as there is one.</summary>
internal static class ScottPlotText
{
    // A system without fontconfig has no default, and names whichever it finds first, such as one with serifs.
    private static readonly string[] Preferred = ["Segoe UI", "Roboto", "Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial", "Helvetica"];

    private static readonly string Usual = Preferred.FirstOrDefault(SKFontManager.Default.FontFamilies.Contains) ?? Fonts.Default;

    private static readonly SKTypeface UsualFace = Fonts.GetTypeface(Usual, bold: false, italic: false);

    /// <summary>Whether this machine has any font: without one, ScottPlot draws charts without a word.</summary>
    public static bool HasFont => UsualFace.ContainsGlyphs("a");

    public static LabelStyle Of(string text, double size, string colour, bool bold = false)
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
        label.FontName = Usual;
        label.SubpixelText = false;
        // Only where it is needed: looking for another font asks the machine for each letter, and may find a worse one.
        if (!UsualFace.ContainsGlyphs(text.Replace("\n", "", StringComparison.Ordinal)))
        {
            label.SetBestFont();
        }
    }
}
