using System.Text.Json;
using InferBench.Core.Json;
using InferBench.Core.Runs;
using InferBench.Core.Samples;

namespace InferBench.Cli.Tests.Hostile;

/// <summary>Puts a mutated model through the commands that a person would use on it, and says what they did wrong.</summary>
internal sealed class HostileCommands(Sandbox sandbox, List<string> problems)
{
    private const int LongestLine = 1_000;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(100);
    private static readonly string[] Traces = ["   at ", "Unhandled exception", "System.", "Exception:", "Unhandled Exception"];

    public async Task<HostileOutcome?> CheckAsync()
    {
        if (await RunAsync("models", "check", sandbox.Site.Folder, "--timeout", "20") is not { } done)
        {
            return null;
        }

        return done.Code switch
        {
            0 => HostileOutcome.Ran,
            1 => HostileOutcome.Differed,
            _ => done.Errors.Contains("takes its process down", StringComparison.Ordinal) || done.Errors.Contains("was stopped", StringComparison.Ordinal)
                ? HostileOutcome.WorkerDied
                : HostileOutcome.Refused,
        };
    }

    public async Task TokenizeAsync() => await RunAsync("models", "tokenize", sandbox.Site.Folder, "--text", new string('a', 200));

    /// <param name="asDecoder">Whether the sound model generates tokens.</param>
    public async Task<HostileOutcome?> MeasureAsync(bool asDecoder)
    {
        string[] lengths = asDecoder ? ["--prompt", "4", "--gen", "4"] : [];
        var done = await RunAsync(
        [
            "run", "--model", sandbox.Site.Folder, "--results", sandbox.Results, "--batch", "1", .. lengths, "--threads", "1",
            "--seconds", "0.05", "--min-ops", "1", "--max-ops", "1", "--cell-timeout", "20",
        ]);
        if (done is not { } ended)
        {
            return null;
        }

        if (ended.Code == ExitCodes.BadInput)
        {
            return HostileOutcome.Refused;
        }

        var run = Path.Combine(Directory.EnumerateDirectories(sandbox.Results).Single(), "run.json");
        Search(File.ReadAllText(run), "run.json");
        var cell = JsonSerializer.Deserialize(File.ReadAllBytes(run), CoreJson.Default.RunDocument)!.Cells.Single();
        if (cell.Status != CellStatus.Measured)
        {
            OneLine(cell.Error ?? "", "the cell's error");
        }

        return cell.Status switch
        {
            CellStatus.Measured => HostileOutcome.Ran,
            CellStatus.Failed => HostileOutcome.Refused,
            _ => HostileOutcome.WorkerDied,
        };
    }

    /// <returns>Null where the program crashed or hung, which is then a problem.</returns>
    private async Task<(int Code, string Errors)?> RunAsync(params string[] arguments)
    {
        var command = string.Join(' ', arguments.Take(2));
        try
        {
            var (code, output, errors) = await FlowConsole.RunAsync(() => CommandLineProgram.RunAsync(arguments).WaitAsync(Most));
            if (code is < ExitCodes.Done or > ExitCodes.BadInput)
            {
                problems.Add($"{command}: exit code {code}");
            }

            Search(output + errors, command);
            var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (lines.Length != (code == ExitCodes.BadInput ? 1 : 0) || lines.Any(line => !line.StartsWith("inferbench: ", StringComparison.Ordinal)))
            {
                problems.Add($"{command}: exit code {code} with {lines.Length} lines: {errors}");
            }

            foreach (var line in lines)
            {
                OneLine(line.TrimEnd('\r'), command);
            }

            return (code, errors);
        }
        catch (Exception crash)
        {
            // Whatever leaves the program's own entry point would have ended it.
            problems.Add($"{command}: {crash}");
            return null;
        }
    }

    private void Search(string text, string where)
    {
        if (text.Contains(Sandbox.Marker, StringComparison.Ordinal))
        {
            problems.Add($"{where}: holds the content of a file outside the model's folder");
        }

        if (text.Contains('\u001b', StringComparison.Ordinal) || text.Contains('\u202E', StringComparison.Ordinal))
        {
            problems.Add($"{where}: control characters reach the terminal");
        }
    }

    private void OneLine(string line, string where)
    {
        if (line.Length is 0 or > LongestLine || line.Any(char.IsControl) || Traces.Any(trace => line.Contains(trace, StringComparison.Ordinal)))
        {
            problems.Add($"{where}: not one clear line of at most {LongestLine} characters ({line.Length}): {(line.Length > LongestLine ? line[..LongestLine] : line)}");
        }
    }
}
