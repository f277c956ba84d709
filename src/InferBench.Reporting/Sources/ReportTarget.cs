using InferBench.Core.Errors;
using InferBench.Core.Verification;
using InferBench.Reporting.Reports;

namespace InferBench.Reporting.Sources;

/// <summary>Where reports of runs go, and the sums there.</summary>
public static class ReportTarget
{
    private const string ForSeveral = "report";

    private static readonly string[] Files = [".html", ".md", ".csv"];
    private static readonly string[] OtherFiles = [".json", ".jsonl", ".pdf", ".png", ".svg", ".txt", ".xlsx", ".htm", ".sqlite"];

    /// <summary>Writes all reports, or one file of them; sums of a folder that has some are brought up to date, for these files alone.</summary>
    /// <param name="sources">The runs.</param>
    /// <param name="output">A folder, or a file whose extension says which report; null for the run's own folder, or <c>report</c> for several runs.</param>
    /// <param name="terms">What the answer must keep.</param>
    /// <returns>Full paths of the files written.</returns>
    /// <exception cref="BadInputException">No report is written in that format.</exception>
    public static IReadOnlyList<string> Write(IReadOnlyList<RunSource> sources, string? output, AnswerTerms terms)
    {
        var target = output ?? (sources is [var only] ? only.Folder : ForSeveral);
        var extension = Path.GetExtension(target).ToLowerInvariant();
        if (OtherFiles.Contains(extension) && !Directory.Exists(target))
        {
            throw new BadInputException($"--out: no report is written as '{extension}'; use a folder, or a file that ends in {string.Join(", ", Files)}");
        }

        var single = Files.Contains(extension) && !Directory.Exists(target);
        var runs = sources.Select(source => source.Run).ToList();
        IReadOnlyList<string> written = single ? [ReportWriter.WriteFile(runs, target, terms)] : ReportWriter.Write(runs, target, terms);
        FileSums.Update(single ? Path.GetDirectoryName(Path.GetFullPath(target))! : Path.GetFullPath(target), written);
        return written;
    }
}
