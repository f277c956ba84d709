using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>Names of curves: the precision, and whatever else the curves of a run differ in.</summary>
internal static class CurveNames
{
    private const int LongestPart = 48;

    private static readonly (bool Always, Func<CurveKey, string> Part)[] Parts =
    [
        (false, key => key.Model),
        (true, key => key.Precision),
        (false, key => key.Provider),
        (false, key => key.PromptTokens is { } prompt ? $"prompt {Figures.Whole(prompt)}" : ""),
        (false, key => key.GeneratedTokens is { } generated ? $"gen {Figures.Whole(generated)}" : ""),
        (false, key => $"{Figures.Whole(key.Threads)} threads"),
        (false, key => key.Scenario),
    ];

    public static IReadOnlyList<string> Of(IReadOnlyList<CurveKey> keys)
    {
        var shown = Parts.Where(part => part.Always || keys.Select(part.Part).Distinct(StringComparer.Ordinal).Count() > 1).ToList();
        return [.. keys.Select(key => string.Join(" · ", shown.Select(part => SafeText.Shortened(part.Part(key), LongestPart)).Where(word => word.Length > 0)))];
    }

    /// <summary>What all curves share, in words; empty where there are none.</summary>
    public static string Shared(IReadOnlyList<CurveKey> keys)
    {
        var words = Parts
            .Where(part => !part.Always)
            .Select(part => keys.Select(part.Part).Distinct(StringComparer.Ordinal).ToList())
            .Where(values => values is [{ Length: > 0 }])
            .Select(values => SafeText.Shortened(values[0], LongestPart));
        return string.Join(", ", words);
    }
}
