using System.Globalization;

namespace InferBench.Runtime.Buffers;

internal static class ByteText
{
    public static string Of(long bytes)
    {
        string[] units = ["B", "KB", "MB", "GB", "TB"];
        var (value, unit) = ((double)bytes, 0);
        while (value >= 1000 && unit < units.Length - 1)
        {
            (value, unit) = (value / 1000, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {units[unit]}");
    }
}
