using System.Globalization;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Charts.Page;
using InferBench.Reporting.Reports.Html;

namespace InferBench.Reporting.Tests.Charts;

/// <summary>Contrast by WCAG 2.2 (relative luminance), colour vision by Machado, Oliveira and Fernandes (IEEE TVCG 15(6), 2009), difference in CIELAB.</summary>
public sealed class ColourTests
{
    // CIE76; a just noticeable difference is about 2.3.
    private const double LeastDifference = 12;
    private const double LeastOfText = 4.5;
    private const double LeastOfGraphics = 3;
    private const string DarkGround = "#15191F";

    private static readonly Dictionary<string, double[]> Eyes = new()
    {
        ["full"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
    };

    public static TheoryData<string, bool, bool> Palettes()
    {
        var palettes = new TheoryData<string, bool, bool>();
        foreach (var eyes in Eyes.Keys)
        {
            foreach (var dark in (bool[])[false, true])
            {
                palettes.Add(eyes, dark, false);
                palettes.Add(eyes, dark, true);
            }
        }

        return palettes;
    }

    [Theory]
    [MemberData(nameof(Palettes))]
    public void Colours_AnyTwoOfAPalette_AreToldApart(string eyes, bool dark, bool ramp)
    {
        var colours = Colours(dark, ramp);

        foreach (var (left, right) in from left in colours from right in colours where string.CompareOrdinal(left, right) < 0 select (left, right))
        {
            var difference = Distance(Lab(Seen(left, Eyes[eyes])), Lab(Seen(right, Eyes[eyes])));
            Assert.True(difference >= LeastDifference, $"{left} and {right}: {difference:0.0}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Colours_OnTheirGround_HaveContrast(bool dark)
    {
        var ground = dark ? DarkGround : ChartTheme.Ground;

        Assert.All([.. Colours(dark, ramp: false), .. Colours(dark, ramp: true)], colour => Assert.InRange(Contrast(colour, ground), LeastOfGraphics, 21));
    }

    [Fact]
    public void Words_OfChartsOnEitherGround_HaveContrast()
    {
        Assert.InRange(Contrast(ChartTheme.Ink, ChartTheme.Ground), LeastOfText, 21);
        Assert.InRange(Contrast(ChartTheme.Muted, ChartTheme.Ground), LeastOfText, 21);
        Assert.Contains($".ib-ground{{fill:{DarkGround}}}", SvgTheme.Css, StringComparison.Ordinal);
        Assert.InRange(Contrast(Value(SvgTheme.Css, ".ib-ink{fill:"), DarkGround), LeastOfText, 21);
        Assert.InRange(Contrast(Value(SvgTheme.Css, ".ib-muted{fill:"), DarkGround), LeastOfText, 21);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Words_OfThePageInEitherTheme_HaveContrast(int theme)
    {
        var variables = HtmlAssets.Style.Text.Split(":root{color-scheme:light dark", 2)[1].Split(":root{", 3)[theme];

        foreach (var ground in (string[])["--ground:", "--panel:"])
        {
            foreach (var words in (string[])["--ink:", "--muted:", "--accent:", "--bad:", "--doubt:", "--good:"])
            {
                Assert.InRange(Contrast(Value(variables, words), Value(variables, ground)), LeastOfText, 21);
            }

            // Edges of buttons and fields.
            Assert.InRange(Contrast(Value(variables, "--edge:"), Value(variables, ground)), LeastOfGraphics, 21);
        }
    }

    private static List<string> Colours(bool dark, bool ramp) =>
    [
        .. Enumerable.Range(ramp ? SeriesStyle.Lines : 0, ramp ? SeriesStyle.Tones : SeriesStyle.Lines)
            .Select(slot => SeriesStyle.OfSlot(slot)).Select(style => dark ? style.Dark : style.Light),
    ];

    private static string Value(string css, string name)
    {
        var from = css.IndexOf(name, StringComparison.Ordinal) + name.Length;
        var colour = css[from..(from + css.AsSpan(from).IndexOfAny(';', '}'))];
        return colour.Length == 4 ? $"#{colour[1]}{colour[1]}{colour[2]}{colour[2]}{colour[3]}{colour[3]}" : colour;
    }

    private static double Contrast(string left, string right)
    {
        var (a, b) = (Luminance(left), Luminance(right));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => Linear(colour) is var rgb ? (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]) : 0;

    private static double[] Linear(string colour) =>
    [
        .. Enumerable.Range(0, 3)
            .Select(part => int.Parse(colour.AsSpan(1 + (2 * part), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)),
    ];

    private static double[] Seen(string colour, double[] matrix)
    {
        var rgb = Linear(colour);
        return [.. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(column => matrix[(3 * row) + column] * rgb[column]), 0, 1))];
    }

    private static double[] Lab(double[] rgb)
    {
        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);

        var x = F(((0.4124 * rgb[0]) + (0.3576 * rgb[1]) + (0.1805 * rgb[2])) / 0.95047);
        var y = F((0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]));
        var z = F(((0.0193 * rgb[0]) + (0.1192 * rgb[1]) + (0.9505 * rgb[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Distance(double[] left, double[] right) => Math.Sqrt(left.Zip(right, (a, b) => (a - b) * (a - b)).Sum());
}
