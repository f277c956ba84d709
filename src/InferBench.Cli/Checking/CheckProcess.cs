using System.Diagnostics;
using System.Text.Json;
using InferBench.Cli.Supervision;
using InferBench.Core.Errors;
using InferBench.Runtime.Execution;

namespace InferBench.Cli.Checking;

/// <summary>Runs a check in a process of its own, so that a crash inside a foreign library becomes one line.</summary>
internal sealed class CheckProcess(string model, string host, IReadOnlyList<string> arguments)
{
    private const string Speaker = "inferbench: ";
    private const string Unhandled = "Unhandled exception. ";

    /// <summary>This program, with the given arguments, to check <paramref name="model"/>.</summary>
    public static CheckProcess OfThisProgram(string model, IReadOnlyList<string> arguments)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "inferbench.dll");
        return File.Exists(assembly)
            ? new CheckProcess(model, WorkerLocator.Host(), [assembly, .. arguments])
            : new CheckProcess(model, Environment.ProcessPath ?? throw new BadInputException("this program cannot find itself to start the check"), arguments);
    }

    /// <exception cref="BadInputException">The check could not be made; the message is the process's own, or how it ended.</exception>
    public async Task<CheckReport> RunAsync(CancellationToken cancellation)
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

        return Report(await output.ConfigureAwait(false)) ?? throw new BadInputException(Complaint(process.ExitCode, await errors.ConfigureAwait(false)));
    }

    // The last line: whatever a library prints comes before it.
    private static CheckReport? Report(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [.., var last] && last.StartsWith('{')
            ? JsonSerializer.Deserialize(last, CheckJson.Default.CheckReport)
            : null;

    private string Complaint(int code, string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var own = lines.Where(line => line.StartsWith(Speaker, StringComparison.Ordinal)).Select(line => line[Speaker.Length..]).ToList();
        var unhandled = lines.FirstOrDefault(line => line.StartsWith(Unhandled, StringComparison.Ordinal));
        return own.Count > 0
            ? string.Join('\n', own)
            : $"{model}: takes the process down: {new WorkerExit(code, TimedOut: false, unhandled?[Unhandled.Length..] ?? "").Describe()}";
    }
}
