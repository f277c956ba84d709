using InferBench.Core.Errors;
using InferBench.Core.Journals;
using InferBench.Core.Runs;
using InferBench.Core.Verification;

namespace InferBench.Cli.Verification;

/// <summary>Checks a run's folder: its document, its journal, and the files that were made from them.</summary>
internal static class RunVerification
{
    /// <param name="path">A run's folder, or its document; of a document alone the figures and the digest are checked.</param>
    /// <exception cref="BadInputException">There is no such run, or it is no run of this program.</exception>
    public static VerificationReport Of(string path)
    {
        var file = RunDocumentReader.Locate(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var journal = Path.Combine(folder, RunFolder.JournalName);
        var report = RunVerifier.Verify(File.ReadAllBytes(file), file, File.Exists(journal) ? JournalReader.Read(journal) : null);
        return FileSums.Check(folder) is { } sums
            ? report with { Problems = [.. report.Problems, .. sums] }
            : report with { Notes = [.. report.Notes, $"there is no {FileSums.FileName}: reports and charts beside the document are not checked"] };
    }
}
