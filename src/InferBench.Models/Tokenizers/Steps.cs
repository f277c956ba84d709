using System.Globalization;

namespace InferBench.Models.Tokenizers;

/// <summary>A step that is a sequence of steps: few of them, and their text must not grow without end, as a chain of replacements could make it.</summary>
internal static class Steps
{
    // The worst single character of Unicode grows 18-fold under NFKC, and each result may take three bytes.
    private const int MostGrowth = 64;
    private const int FreeGrowth = 1 << 16;

    public static T[] Read<T>(JsonPart part, Func<JsonPart, T> read) => part.Length <= TokenizerLimits.Steps
        ? [.. part.Items().Select(read)]
        : throw part.Problem(string.Create(CultureInfo.InvariantCulture, $"has {part.Length} steps; at most {TokenizerLimits.Steps} are read"));

    public static T Run<T>(T input, IEnumerable<Func<T, T>> steps, Func<T, long> length, JsonPart part)
    {
        var most = (length(input) * MostGrowth) + FreeGrowth;
        foreach (var step in steps)
        {
            input = step(input);
            if (length(input) > most)
            {
                throw part.Problem("makes the text grow without end");
            }
        }

        return input;
    }

    /// <summary>Text that a step puts in many times over.</summary>
    public static string Inserted(JsonPart part) => part.Text() is { Length: <= TokenizerLimits.InsertedCharacters } text
        ? text
        : throw part.Problem(string.Create(CultureInfo.InvariantCulture, $"is longer than {TokenizerLimits.InsertedCharacters} characters"));
}
