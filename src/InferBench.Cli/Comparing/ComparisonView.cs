using System.Text.Json;
using InferBench.Cli.Terminal;
using InferBench.Core.Comparison;
using InferBench.Reporting.Comparison;

namespace InferBench.Cli.Comparing;

/// <summary>Shows a comparison, and says what it means to the caller.</summary>
internal static class ComparisonView
{
    public static void Show(RunComparison comparison, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(comparison, ComparisonJson.Default.RunComparison));
            return;
        }

        var screen = Screen.Create(json: false);
        foreach (var line in ComparisonText.Lines(comparison))
        {
            screen.Line(line);
        }
    }

    /// <param name="comparison">What was found.</param>
    /// <param name="maxRegression">The largest loss that is let through, as a fraction; null where nothing is held up.</param>
    /// <param name="strict">Whether suspect cells fail it.</param>
    public static int ExitCode(RunComparison comparison, double? maxRegression, bool strict) =>
        maxRegression is { } most && comparison.RegressesBeyond(most) ? ExitCodes.Failed
        : strict && comparison.Cells.Any(cell => cell.Doubts.Count > 0) ? ExitCodes.NotValid
        : ExitCodes.Done;
}
