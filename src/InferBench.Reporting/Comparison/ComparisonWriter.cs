using System.Text.Json;
using InferBench.Core.Comparison;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Charts.Files;
using InferBench.Reporting.Reports;

namespace InferBench.Reporting.Comparison;

/// <summary>Writes a comparison: <c>comparison.md</c>, <c>comparison.json</c> and the chart <c>ratios</c>.</summary>
public static class ComparisonWriter
{
    /// <param name="comparison">The comparison.</param>
    /// <param name="folder">Where to write; made if it is missing. What is there is replaced.</param>
    /// <returns>Full paths of the files written.</returns>
    public static IReadOnlyList<string> Write(RunComparison comparison, string folder)
    {
        var files = new ReportFolder(folder);
        var chart = ComparisonChart.Of(comparison);
        return
        [
            files.Write("comparison.md", ComparisonMarkdown.Of(comparison, $"{chart.Name}.svg")),
            files.Write("comparison.json", JsonSerializer.Serialize(comparison, ComparisonJson.Default.RunComparison) + "\n"),
            .. ChartRenderers.All.Select(renderer => files.Write($"{chart.Name}{renderer.Extension}", renderer.Render(chart))),
        ];
    }
}
