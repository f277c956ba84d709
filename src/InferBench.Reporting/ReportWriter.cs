using InferBench.Core.Runs;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Reports;

namespace InferBench.Reporting;

/// <summary>Writes a run's reports: <c>report.html</c>, <c>report.md</c>, <c>cells.csv</c>, <c>cells.jsonl</c> and <c>charts/</c>.</summary>
public static class ReportWriter
{
    /// <param name="run">The run.</param>
    /// <param name="folder">Where to write; made if it is missing. Reports that are there are replaced, each in one step.</param>
    /// <returns>Full paths of the files written.</returns>
    public static IReadOnlyList<string> Write(RunDocument run, string folder)
    {
        var files = new ReportFolder(folder);
        var cost = RunCost.Of(run);
        return
        [
            files.Write("report.html", HtmlReport.Of(run, cost)),
            files.Write("report.md", MarkdownReport.Of(run, cost)),
            files.Write("cells.csv", CellsCsv.Of(run)),
            files.Write("cells.jsonl", CellsJsonLines.Of(run)),
            .. from chart in RunCharts.From(run, cost)
               from renderer in ChartRenderers.ForReports
               select files.Write($"charts/{chart.Name}{renderer.Extension}", renderer.Render(chart)),
        ];
    }
}
