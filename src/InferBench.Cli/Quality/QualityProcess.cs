using System.Globalization;
using InferBench.Cli.Supervision;
using InferBench.Core.Errors;

namespace InferBench.Cli.Quality;

/// <summary>Scores in a process of its own, which a model may take down: this program's own command, once more.</summary>
internal static class QualityProcess
{
    /// <summary>The option that makes the command score where it is and print the figures on one line, and nothing else.</summary>
    public const string Here = "--in-this-process";

    /// <param name="request">Models by file.</param>
    /// <param name="cancellation">Kills the process.</param>
    /// <exception cref="BadInputException">It could not score, or died.</exception>
    public static Task<QualityFigures> RunAsync(QualityRequest request, CancellationToken cancellation) =>
        ChildProcesses.OfThisProgram("the scoring", ArgumentsOf(request), QualityJson.Default.QualityFigures).RunAsync(cancellation);

    private static List<string> ArgumentsOf(QualityRequest request)
    {
        List<string> arguments = ["quality", Here];
        foreach (var (option, value) in (IEnumerable<(string, string?)>)
        [
            ("--model", request.Model),
            ("--reference", request.Reference),
            ("--text", request.Text is { } text ? Path.GetFullPath(text) : null),
            ("--max-tokens", request.MaxTokens?.ToString(CultureInfo.InvariantCulture)),
            ("--greedy", request.GreedyTokens?.ToString(CultureInfo.InvariantCulture)),
            ("--threads", request.Threads.ToString(CultureInfo.InvariantCulture)),
            ("--provider", request.Provider),
        ])
        {
            arguments.AddRange(value is null ? [] : [option, value]);
        }

        arguments.AddRange((request.Inputs ?? []).SelectMany(input => new[] { "--input", input }));
        arguments.AddRange((request.Dims ?? []).SelectMany(dim => new[] { "--dim", dim }));
        return arguments;
    }
}
