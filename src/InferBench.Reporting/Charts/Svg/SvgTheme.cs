using System.Text;

namespace InferBench.Reporting.Charts.Svg;

/// <summary>
/// Colours of a chart. Light ones are attributes, which every renderer knows; a style sheet replaces them where the reader's screen is dark,
/// and printing stays light.
/// </summary>
internal static class SvgTheme
{
    public const string Ground = "#FFFFFF";
    public const string Ink = "#1B1F24";
    public const string Muted = "#57606A";
    public const string Grid = "#E4E8EC";
    public const string AxisLine = "#8B949E";
    public const string FontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

    /// <summary>The rules for dark screens; the same for every chart, so a page with many charts needs them once.</summary>
    public static string Css { get; } = DarkRules();

    private static string DarkRules()
    {
        var css = new StringBuilder();
        css.Append("@media screen and (prefers-color-scheme: dark){");
        css.Append(".ib-ground{fill:#15191F}.ib-ink{fill:#E6EAEF}.ib-muted{fill:#A3ADB8}.ib-grid{stroke:#2A313A}.ib-axis{stroke:#6B7683}");
        for (var slot = 0; slot < SeriesStyle.Slots; slot++)
        {
            var colour = SeriesStyle.OfSlot(slot).Dark;
            css.Append(System.Globalization.CultureInfo.InvariantCulture, $".ib-s{slot}{{stroke:{colour}}}.ib-f{slot}{{fill:{colour}}}");
        }

        return css.Append('}').ToString();
    }
}
