using InferBench.Core.Runs;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Charts.Files;
using InferBench.Reporting.Reports;
using InferBench.Reporting.Reports.Html;

namespace InferBench.Reporting;

/// <summary>Writes reports: <c>report.html</c>, <c>report.md</c>, <c>cells.csv</c>, <c>cells.jsonl</c> and <c>charts/</c>.</summary>
public static class ReportWriter
{
    /// <param name="run">The run.</param>
    /// <param name="folder">Where to write; made if it is missing. Reports that are there are replaced, each in one step.</param>
    /// <returns>Full paths of the files written.</returns>
    public static IReadOnlyList<string> Write(RunDocument run, string folder) => Write([run], folder, new());

    /// <param name="runs">One run, or several whose machines stand side by side.</param>
    /// <param name="folder">As above.</param>
    /// <param name="terms">What the answer must keep.</param>
    /// <returns>Full paths of the files written.</returns>
    public static IReadOnlyList<string> Write(IReadOnlyList<RunDocument> runs, string folder, AnswerTerms terms)
    {
        var files = new ReportFolder(folder);
        var report = ReportOf(runs, terms);
        return
        [
            files.Write("report.html", HtmlReport.Of(report)),
            files.Write("report.md", MarkdownReport.Of(report)),
            files.Write("cells.csv", CellsCsv.Of(runs)),
            files.Write("cells.jsonl", CellsJsonLines.Of(runs)),
            .. ChartFiles(report.Charts).Select(file => files.Write($"charts/{file.Name}", file.Content)),
        ];
    }

    /// <summary>One file alone.</summary>
    /// <param name="runs">As above.</param>
    /// <param name="file">Its extension says which: <c>.html</c>, <c>.md</c> or <c>.csv</c>.</param>
    /// <param name="terms">What the answer must keep.</param>
    /// <returns>Its full path.</returns>
    /// <exception cref="ArgumentException">Another extension.</exception>
    public static string WriteFile(IReadOnlyList<RunDocument> runs, string file, AnswerTerms terms)
    {
        var text = Path.GetExtension(file) switch
        {
            ".html" => HtmlReport.Of(ReportOf(runs, terms)),
            ".md" => MarkdownReport.Of(ReportOf(runs, terms), linked: false),
            ".csv" => CellsCsv.Of(runs),
            var other => throw new ArgumentException($"no report is written as '{other}'", nameof(file)),
        };
        var path = Path.GetFullPath(file);
        return new ReportFolder(Path.GetDirectoryName(path)!).Write(Path.GetFileName(path), text);
    }

    // Drawing is most of a report's work, and no drawing needs another.
    private static IEnumerable<(string Name, byte[] Content)> ChartFiles(IEnumerable<Chart> charts) => charts
        .SelectMany(chart => ChartRenderers.All.Append(ChartJson.Renderer).Select(renderer => (Chart: chart, Renderer: renderer)))
        .AsParallel().AsOrdered()
        .Select(file => ($"{file.Chart.Name}{file.Renderer.Extension}", file.Renderer.Render(file.Chart)));

    private static Report ReportOf(IReadOnlyList<RunDocument> runs, AnswerTerms terms) => runs is [var only] ? RunReport.Of(only, terms) : MachinesReport.Of(runs, terms);
}
