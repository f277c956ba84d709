using System.Globalization;
using InferBench.Core.Runs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>What to call the machine of each run: by its hardware, never by its host; by time, and at last by run, where hardware is the same.</summary>
public static class MachineLabels
{
    private const int Longest = 64;

    /// <returns>One for each run; no two are alike unless two runs have the same name.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<RunDocument> runs)
    {
        List<string> labels = [.. runs.Select(run => SafeText.Shortened(RunWords.Machine(run), Longest))];
        labels = Apart(labels, runs, run => run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        return Apart(labels, runs, run => SafeText.Shortened(run.RunId, Longest));
    }

    private static List<string> Apart(List<string> labels, IReadOnlyList<RunDocument> runs, Func<RunDocument, string> more)
    {
        var shared = labels.CountBy(label => label, StringComparer.Ordinal).Where(label => label.Value > 1).Select(label => label.Key).ToHashSet(StringComparer.Ordinal);
        return [.. labels.Zip(runs, (label, run) => shared.Contains(label) ? $"{label} · {more(run)}" : label)];
    }
}
