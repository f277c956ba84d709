using System.Text.Json;
using InferBench.Cli.Terminal;
using InferBench.Core.Journals;
using InferBench.Core.Json;
using InferBench.Core.Runs;
using InferBench.Core.Validity;
using InferBench.Core.Verification;
using InferBench.Reporting;
using InferBench.Reporting.Reports;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Running;

/// <summary>From a journal to everything that a run leaves behind: the document, the reports, and what the person sees.</summary>
internal static class RunResults
{
    public static RunDocument Write(RunFolder folder)
    {
        var document = RunDigest.Sealed(RunDocumentBuilder.Build(JournalReader.Read(folder.Journal)));
        folder.WriteDocument(document);
        ReportWriter.Write(document, folder.Path);
        FileSums.Write(folder.Path);
        return document;
    }

    public static void Show(Screen screen, RunFolder folder, RunDocument document, bool json)
    {
        var table = ResultsTable.From(document, hideConstants: true);
        screen.Line();
        screen.Line(Answer.Sentence(document));
        if (table.Constants.Count > 0)
        {
            screen.Line(string.Join(", ", table.Constants.Select(constant => $"{constant.Key} {constant.Value}")));
        }

        screen.Console.Write(ResultsView.Of(table, screen.Console.Profile.Width));
        foreach (var row in table.Rows.Where(row => row.Reasons.Count > 0))
        {
            screen.Line($"  {row.Cell.Cell}: {string.Join("; ", row.Reasons)}");
        }

        foreach (var launched in LaunchFacts.Of(document))
        {
            screen.Line($"  {launched.Key}: {launched.Value}");
        }

        screen.Line(RunWords.PriceOrigin(document.Price));
        screen.Line($"results: {Shown(folder)}{Path.DirectorySeparatorChar} (report.html, report.md, cells.csv, run.json, charts)");
        if (json)
        {
            System.Console.Out.WriteLine(JsonSerializer.Serialize(document, CoreJson.Default.RunDocument));
        }
    }

    /// <summary>The run's folder as a person would type it from here.</summary>
    public static string Shown(RunFolder folder) => Path.GetRelativePath(Environment.CurrentDirectory, folder.Path);

    public static int ExitCode(RunDocument document, bool strict) =>
        document.Cells.Any(cell => cell.Status != CellStatus.Measured) ? ExitCodes.Failed
        : strict && document.Cells.Any(cell => cell.Validity!.Verdict != Verdict.Valid) ? ExitCodes.NotValid
        : ExitCodes.Done;
}
