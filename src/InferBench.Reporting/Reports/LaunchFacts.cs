using InferBench.Core.Runs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>The spread from run to run of each cell that was launched several times.</summary>
public static class LaunchFacts
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(RunDocument run) =>
        [.. (run.Repeats ?? []).Select(repeat => new KeyValuePair<string, string>(SafeText.Shortened(repeat.Cell.ToString(), 120), Words(repeat)))];

    private static string Words(RepeatedCell repeat)
    {
        var unit = repeat.Cell.IsOneShot ? "items/s" : "output tok/s";
        var rate = $"{Figures.Number(repeat.PerSecond.Value)} {unit} over {Figures.Whole(repeat.Launches)} {(repeat.Launches == 1 ? "launch" : "launches")}";
        var between = repeat.PerSecond.RelativeHalfWidth is null ? "" : $", {Figures.HalfWidth(repeat.PerSecond)} from run to run";
        var within = repeat.WithinHalfWidth is { } half ? $", within a run at most ±{Figures.Percent(half)}" : "";
        return $"{rate}{between}{within}; fastest over slowest {Figures.Ratio(repeat.Fastest / repeat.Slowest)}";
    }
}
