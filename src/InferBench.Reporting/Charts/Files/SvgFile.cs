using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts.Files;

/// <summary>
/// What Skia wrote, made fit for strangers: words for those who do not see it, a size that scales, and text that takes the same room where the
/// reader's machine lacks the font. Text stays text, which can be searched and copied and is a fifth of the bytes of outlines; Skia places each
/// letter by itself, which tears a word apart in any other font.
/// </summary>
internal static class SvgFile
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private const string Fallback = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

    /// <param name="chart">The chart.</param>
    /// <param name="drawing">Skia's SVG of it.</param>
    public static byte[] Of(Chart chart, Stream drawing)
    {
        var root = XDocument.Load(drawing).Root!;
        foreach (var text in root.Descendants(Svg + "text"))
        {
            Place(text);
        }

        NameClips(root);
        root.Add(new XAttribute("viewBox", $"0 0 {root.Attribute("width")!.Value} {root.Attribute("height")!.Value}"));
        root.Add(new XAttribute("font-family", $"{ChartFont.Family}, {Fallback}"));
        root.Add(new XAttribute("role", "img"));
        root.Add(new XAttribute("aria-labelledby", $"{chart.Name}-title {chart.Name}-desc"));
        root.AddFirst(
            new XElement(Svg + "title", new XAttribute("id", $"{chart.Name}-title"), SafeText.Of(chart.Title)),
            new XElement(Svg + "desc", new XAttribute("id", $"{chart.Name}-desc"), SafeText.Of(ChartWords.Describe(chart))));
        return Written(root);
    }

    private static void Place(XElement text)
    {
        var places = Numbers(text.Attribute("x")!);
        var bold = text.Attribute("font-weight") is not null;
        text.Value = text.Value.Trim();
        text.SetAttributeValue("x", places[0]);
        text.SetAttributeValue("y", Numbers(text.Attribute("y")!)[0]);
        if (places.Count > 1)
        {
            var size = float.Parse(text.Attribute("font-size")!.Value, CultureInfo.InvariantCulture);
            // Skia says where a letter begins and not where it ends.
            var length = places[^1] - places[0] + ChartFont.Width(text.Value.EnumerateRunes().Last().ToString(), size, bold);
            text.SetAttributeValue("textLength", Math.Round(length, 2));
            text.SetAttributeValue("lengthAdjust", "spacingAndGlyphs");
        }

        var family = text.Attribute("font-family")!.Value;
        if (family.Split(", ").Contains(ChartFont.Family))
        {
            text.SetAttributeValue("font-family", null);
            text.SetAttributeValue("font-weight", bold ? ChartFont.BoldWeight : null);
        }
        else
        {
            text.SetAttributeValue("font-family", $"{family}, {Fallback}");
        }
    }

    // Skia counts them over the whole process, so that the same chart would give other bytes each time.
    private static void NameClips(XElement root)
    {
        Dictionary<string, string> names = [];
        foreach (var (index, clip) in root.Descendants(Svg + "clipPath").Index())
        {
            var id = clip.Attribute("id")!;
            names[$"url(#{id.Value})"] = $"url(#clip-{index})";
            id.Value = $"clip-{index}";
        }

        foreach (var use in root.Descendants().Attributes("clip-path"))
        {
            use.Value = names[use.Value];
        }
    }

    private static List<double> Numbers(XAttribute attribute) =>
    [
        .. attribute.Value
            .Split((char[])[',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => Math.Round(double.Parse(number, CultureInfo.InvariantCulture), 2)),
    ];

    private static byte[] Written(XElement root)
    {
        using var file = new MemoryStream();
        using (var writer = XmlWriter.Create(file, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = "", NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            root.Save(writer);
        }

        file.WriteByte((byte)'\n');
        return file.ToArray();
    }
}
