using System.Globalization;
using System.Text.Json;

namespace InferBench.Reporting.Charts.Page;

/// <summary>A drawing's frame as JSON in which everything that HTML acts upon is escaped, from which the page's script puts points where another scale has them.</summary>
internal static class SvgFrameJson
{
    public static string Of(SvgFrame frame, ChartScales scales)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("l", Rounded(frame.Left));
            json.WriteNumber("t", Rounded(frame.Top));
            json.WriteNumber("r", Rounded(frame.Right));
            json.WriteNumber("b", Rounded(frame.Bottom));
            json.WriteNumber("i", SvgFrame.Inset);
            Write(json, "x", scales.X, scales.OtherX);
            Write(json, "y", scales.Y, scales.OtherY);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string name, params ReadOnlySpan<PlottedAxis?> axes)
    {
        json.WriteStartArray(name);
        foreach (var axis in axes)
        {
            if (axis is not null)
            {
                json.WriteStartObject();
                json.WriteBoolean("log", axis.Axis.Scale == AxisScale.Log);
                json.WriteString("title", ChartWords.TitleOf(axis.Axis));
                json.WriteNumber("low", Digits(axis.Low));
                json.WriteNumber("high", Digits(axis.High));
                json.WriteStartArray("ticks");
                foreach (var tick in axis.Ticks)
                {
                    json.WriteStartArray();
                    json.WriteNumberValue(tick.Value);
                    json.WriteStringValue(tick.Label);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static double Digits(double value) => double.Parse(value.ToString("G7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static double Rounded(double place) => Math.Round(place, 2);
}
