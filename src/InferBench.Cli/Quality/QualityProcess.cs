using System.Diagnostics;
using System.Text.Json;
using InferBench.Cli.Supervision;
using InferBench.Core.Errors;

namespace InferBench.Cli.Quality;

/// <summary>Scores in a process of its own, so that a crash inside a foreign library becomes one line.</summary>
internal sealed class QualityProcess(string host, IReadOnlyList<string> arguments)
{
    private const string Speaker = "inferbench: ";
    private const string Unhandled = "Unhandled exception. ";

    /// <summary>This program, with the given arguments.</summary>
    public static QualityProcess OfThisProgram(IReadOnlyList<string> arguments)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "inferbench.dll");
        return File.Exists(assembly)
            ? new QualityProcess(WorkerLocator.Host(), [assembly, .. arguments])
            : new QualityProcess(Environment.ProcessPath ?? throw new BadInputException("this program cannot find itself to start the scoring"), arguments);
    }

    /// <exception cref="BadInputException">Nothing was scored; the message is the process's own, or how it ended.</exception>
    /// <exception cref="OperationCanceledException">Ctrl+C, which a terminal sends to both processes; either may see it first.</exception>
    public async Task<QualityFigures> RunAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(host) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new BadInputException($"{host} could not be started");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
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

        return Figures(await output.ConfigureAwait(false)) ?? throw new BadInputException(Complaint(process.ExitCode, await errors.ConfigureAwait(false)));
    }

    // The last line: whatever a library prints comes before it.
    private static QualityFigures? Figures(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [.., var last] && last.StartsWith('{')
            ? JsonSerializer.Deserialize(last, QualityJson.Default.QualityFigures)
            : null;

    private static string Complaint(int code, string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var own = lines.Where(line => line.StartsWith(Speaker, StringComparison.Ordinal)).Select(line => line[Speaker.Length..]).ToList();
        var unhandled = lines.FirstOrDefault(line => line.StartsWith(Unhandled, StringComparison.Ordinal));
        return own.Count > 0
            ? string.Join('\n', own)
            : $"the scoring takes its process down: {new WorkerExit(code, TimedOut: false, unhandled?[Unhandled.Length..] ?? "").Describe()}";
    }
}
