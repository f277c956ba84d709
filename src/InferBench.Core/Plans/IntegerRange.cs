using System.Globalization;

namespace InferBench.Core.Plans;

/// <summary>
/// Lists and ranges as in llama-bench: <c>1,2,4-32*2</c> is 1, 2, 4, 8, 16, 32; <c>8-32+8</c> is 8, 16, 24, 32; <c>1-4</c> is 1, 2, 3, 4.
/// </summary>
public static class IntegerRange
{
    private const int MaximumValues = 4096;

    /// <exception cref="FormatException">The text is not a range; the message says which part and why.</exception>
    public static IReadOnlyList<int> Parse(string text)
    {
        var values = new List<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            foreach (var value in ParsePart(part))
            {
                if (!values.Contains(value))
                {
                    values.Add(value);
                }

                if (values.Count > MaximumValues)
                {
                    throw new FormatException($"'{text}' has more than {MaximumValues} values");
                }
            }
        }

        return values;
    }

    private static IEnumerable<int> ParsePart(string part)
    {
        var dash = part.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
        {
            return [Number(part, part)];
        }

        var step = part.AsSpan(dash + 1).IndexOfAny('+', '*') is var at and >= 0 ? dash + 1 + at : part.Length;
        var first = Number(part[..dash], part);
        var last = Number(part[(dash + 1)..step], part);
        var by = step == part.Length ? 1 : Number(part[(step + 1)..], part);
        var multiply = step < part.Length && part[step] == '*';

        return last < first
            ? throw new FormatException($"'{part}' runs backwards: the first value must not exceed the last")
            : multiply && by < 2
                ? throw new FormatException($"'{part}' never ends: the factor must be 2 or more")
                : by < 1
                    ? throw new FormatException($"'{part}' never ends: the step must be 1 or more")
                    : Walk(first, last, by, multiply);
    }

    private static IEnumerable<int> Walk(long first, long last, long by, bool multiply)
    {
        // A factor cannot leave zero; from there the first step is to one.
        for (var value = first; value <= last; value = multiply ? Math.Max(value, 1) * by : value + by)
        {
            yield return (int)value;
        }
    }

    private static int Number(string text, string part) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"'{part}' is not a number, a list or a range such as 1,2,4-32*2");
}
