using System.Buffers.Text;

namespace InferBench.Runtime.Telemetry;

/// <summary>Fields of a line of <c>/proc</c>, separated by blanks, read without allocating.</summary>
internal static class Fields
{
    /// <summary>The field at a place, counted from 0; empty where the line has fewer.</summary>
    public static ReadOnlySpan<byte> At(ReadOnlySpan<byte> line, int index)
    {
        var rest = line;
        while (true)
        {
            rest = rest.TrimStart((byte)' ');
            var end = rest.IndexOfAny((byte)' ', (byte)'\n');
            var field = end < 0 ? rest : rest[..end];
            if (index-- == 0 || field.IsEmpty)
            {
                return field;
            }

            if (end < 0 || rest[end] == (byte)'\n')
            {
                return [];
            }

            rest = rest[end..];
        }
    }

    /// <summary>The whole number that a field is; null where it is none.</summary>
    public static long? Number(ReadOnlySpan<byte> text)
    {
        var field = At(text, 0);
        return Utf8Parser.TryParse(field, out long number, out var used) && used == field.Length && used > 0 ? number : null;
    }

    /// <summary>The decimal number that a field is; null where it is none.</summary>
    public static double? Decimal(ReadOnlySpan<byte> text)
    {
        var field = At(text, 0);
        return Utf8Parser.TryParse(field, out double number, out var used) && used == field.Length && used > 0 ? number : null;
    }
}
