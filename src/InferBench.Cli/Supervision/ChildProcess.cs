using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InferBench.Core.Errors;

namespace InferBench.Cli.Supervision;

/// <summary>
/// Has a piece of work done in a process of its own, so that a crash inside a foreign library becomes one line. The process prints its
/// answer as JSON on its last line.
/// </summary>
/// <param name="subject">What is at work, as the line names it where the process dies.</param>
/// <param name="host">Program to start.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="answer">Type of the answer.</param>
internal sealed class ChildProcess<T>(string subject, string host, IReadOnlyList<string> arguments, JsonTypeInfo<T> answer)
    where T : class
{
    private const string Speaker = "inferbench: ";
    private const string Unhandled = "Unhandled exception. ";

    /// <summary>How long the process may take; null for as long as it likes.</summary>
    public TimeSpan? Limit { get; init; }

    /// <exception cref="BadInputException">There is no answer; the message is the process's own, or how it ended.</exception>
    /// <exception cref="OperationCanceledException">Ctrl+C, which a terminal sends to both processes; either may see it first.</exception>
    public async Task<T> RunAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(host) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new BadInputException($"{host} could not be started");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        using var limit = new CancellationTokenSource(Limit ?? Timeout.InfiniteTimeSpan);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"{subject}: was stopped, as it had not ended after {Limit!.Value.TotalSeconds} s; give a slow one more time with --timeout"));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        if (process.ExitCode == ExitCodes.Interrupted)
        {
            throw new OperationCanceledException();
        }

        return Answer(await output.ConfigureAwait(false)) ?? throw BadInputException.Of(Complaints(process.ExitCode, await errors.ConfigureAwait(false)));
    }

    // The last line: whatever a library prints comes before it.
    private T? Answer(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [.., var last] && last.StartsWith('{') ? JsonSerializer.Deserialize(last, answer) : null;

    private IReadOnlyCollection<string> Complaints(int code, string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var own = lines.Where(line => line.StartsWith(Speaker, StringComparison.Ordinal)).Select(line => line[Speaker.Length..]).ToList();
        var unhandled = lines.FirstOrDefault(line => line.StartsWith(Unhandled, StringComparison.Ordinal));
        return own.Count > 0
            ? own
            : [$"{subject} takes its process down: {new WorkerExit(code, TimedOut: false, unhandled?[Unhandled.Length..] ?? "").Describe()}"];
    }
}
