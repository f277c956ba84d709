using System.Globalization;
using InferBench.Cli.Verification;
using InferBench.Core.Errors;
using InferBench.Core.Runs;

namespace InferBench.Cli.Comparing;

/// <summary>A run that somebody hands over is checked before anything is concluded from it.</summary>
internal static class VerifiedRun
{
    /// <param name="path">A run's folder, or its document.</param>
    /// <param name="unverified">Whether the person takes it as it is.</param>
    /// <exception cref="BadInputException">There is no such run, or it does not hold.</exception>
    public static RunDocument Read(string path, bool unverified)
    {
        if (!unverified && RunVerification.Of(path) is { Holds: false } report)
        {
            var more = report.Problems.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {report.Problems.Count - 1} more");
            throw new BadInputException($"{path}: does not verify{more}: {report.Problems[0]}; see 'inferbench verify', or take it as it is with --unverified");
        }

        return RunDocumentReader.Read(path);
    }
}
