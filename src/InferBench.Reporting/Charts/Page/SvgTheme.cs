using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace InferBench.Reporting.Charts.Page;

/// <summary>
/// Colours of a chart. Light ones are attributes, which every renderer knows; a style sheet replaces them where the reader's screen is dark,
/// and printing stays light.
/// </summary>
internal static partial class SvgTheme
{
    public const string FontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

    /// <summary>The rules for dark screens, for a drawing whose light colours are attributes.</summary>
    public static string Css { get; } = $"@media screen and (prefers-color-scheme:dark){{{Rules("#15191F", "#E6EAEF", "#A3ADB8", "#2A313A", "#6B7683", style => style.Dark)}}}";

    /// <summary>The rules for a page with many drawings: light ones too, and what else every drawing would have to repeat.</summary>
    public static string PageCss { get; } = "[data-part=line],[data-part=whiskers]{fill:none;stroke-linejoin:round}[data-part=whiskers]{stroke-width:1.2;opacity:.75}" + Rules(ChartTheme.Ground, ChartTheme.Ink, ChartTheme.Muted, ChartTheme.Grid, ChartTheme.AxisLine, style => style.Light) + Css;

    /// <summary>A drawing without what <see cref="PageCss"/> gives it: colours, the strokes of lines, the names' size, and the page's own font. In text a quotation mark is escaped, so only attributes are taken.</summary>
    public static string WithoutColours(string svg) => Colours().Replace(svg, "");

    private static string Rules(string ground, string ink, string muted, string grid, string axis, Func<SeriesStyle, string> colour)
    {
        var css = new StringBuilder();
        css.Append(CultureInfo.InvariantCulture, $".ib-ground{{fill:{ground}}}.ib-ink{{fill:{ink}}}.ib-muted{{fill:{muted}}}.ib-grid{{stroke:{grid}}}.ib-axis{{stroke:{axis}}}");
        for (var slot = 0; slot < SeriesStyle.Slots; slot++)
        {
            var own = colour(SeriesStyle.OfSlot(slot));
            css.Append(CultureInfo.InvariantCulture, $".ib-s{slot}{{stroke:{own}}}.ib-f{slot}{{fill:{own}}}");
        }

        return css.ToString();
    }

    [GeneratedRegex(" (?:fill|stroke)=\"(?:#[0-9A-F]{6}|none)\"| stroke-linejoin=\"round\"| stroke-width=\"1\\.2\" opacity=\"0\\.75\"| xmlns=\"[^\"]*\"| font-family=\"[^\"]*\"|(?<=class=\"ib-ink\") font-size=\"13\" font-weight=\"600\"")]
    private static partial Regex Colours();
}
