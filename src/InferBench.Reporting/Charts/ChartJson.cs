using System.Text;
using System.Text.Json;

namespace InferBench.Reporting.Charts;

/// <summary>
/// A chart as data, for other plotting programs and for the page's script: titles, axes, and each line's points as
/// <c>[x, y, yLow, yHigh, xLow, xHigh, suspect, note]</c>, shortened where the rest is null. Everything that HTML acts upon is escaped.
/// </summary>
internal static class ChartJson
{
    public static ChartRenderer Renderer { get; } = new(".json", chart => Of(chart));

    /// <param name="chart">The chart.</param>
    /// <param name="whole">With titles and notes, for people to read too; else on one line, for a page that has them already.</param>
    public static byte[] Of(Chart chart, bool whole = true)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = whole, NewLine = "\n" }))
        {
            json.WriteStartObject();
            if (whole)
            {
                json.WriteString("name", chart.Name);
                json.WriteString("title", Text.SafeText.Of(chart.Title));
                json.WriteString("subtitle", Text.SafeText.Of(chart.Subtitle));
            }

            Write(json, "x", chart.X);
            Write(json, "y", chart.Y);
            json.WriteStartArray("series");
            foreach (var series in chart.Series)
            {
                Write(json, series);
            }

            json.WriteEndArray();
            if (whole)
            {
                json.WriteStartArray("notes");
                foreach (var note in chart.Notes.Append(chart.Source))
                {
                    json.WriteStringValue(Text.SafeText.Of(note));
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static string Line(Chart chart) => Encoding.UTF8.GetString(Of(chart, whole: false));

    private static void Write(Utf8JsonWriter json, string name, Axis axis)
    {
        json.WriteStartObject(name);
        json.WriteString("label", axis.Label);
        json.WriteString("unit", axis.Unit);
        json.WriteBoolean("money", axis.Money);
        if (axis.Names is { } names)
        {
            json.WriteStartArray("names");
            foreach (var listed in names)
            {
                json.WriteStringValue(Text.SafeText.Of(listed));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Series series)
    {
        json.WriteStartObject();
        json.WriteString("name", Text.SafeText.Of(series.Name));
        json.WriteBoolean("bars", series.Form == SeriesForm.Bars);
        json.WriteBoolean("band", series.Form == SeriesForm.Highlight);
        json.WriteStartArray("points");
        foreach (var point in series.Points)
        {
            json.WriteStartArray();
            double?[] values = [point.X, point.Y, point.YLow, point.YHigh, point.XLow, point.XHigh];
            var said = point.Note is not null || point.Flagged;
            foreach (var value in values.Take(said ? values.Length : 1 + Array.FindLastIndex(values, value => value is not null)))
            {
                Write(json, value);
            }

            if (said)
            {
                json.WriteBooleanValue(point.Flagged);
                json.WriteStringValue(point.Note);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Six digits are more than any measurement has, and a page carries thousands of them.
    private static void Write(Utf8JsonWriter json, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumberValue(double.Parse(number.ToString("G6", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
