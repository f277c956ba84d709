using InferBench.Cli.Terminal;
using InferBench.Economics.Catalog;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Catalog;

/// <summary>What a check found, for a person.</summary>
internal static class CatalogReportText
{
    public static void Show(Screen screen, CatalogReport report)
    {
        screen.Line($"catalog {report.CatalogVersion} on {Figures.Date(report.Day)}: {Figures.Whole(report.Entries)} entries, {Figures.Whole(report.Facts)} facts, "
            + $"{Figures.Whole(report.Errors)} {(report.Errors == 1 ? "error" : "errors")}, {Figures.Whole(report.Findings.Count - report.Errors)} notes");
        foreach (var finding in report.Findings)
        {
            screen.Line(SafeText.Of($"{(finding.Severity == CatalogSeverity.Error ? "error" : "note")}  {finding.Rule,-18} {finding.Entry}: {finding.Problem}{(finding.Overridden ? " (your file)" : "")}"));
        }

        screen.Line($"{Figures.Whole(report.Rejected.Count)} figures in circulation are not used; 'inferbench catalog show rejected' says which and why");
    }
}
