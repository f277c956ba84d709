using System.Diagnostics;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.Processes;

/// <summary>Runs the real program as a person of one's own: an empty home folder, which is also the working folder, and results in it.</summary>
public sealed class Inferbench : IDisposable
{
    private readonly TempFolder _home = new();
    private readonly Dictionary<string, string?> _environment;

    /// <param name="results">Name of the results folder, as <c>--results</c> will say it; the program's own default where nothing is said.</param>
    public Inferbench(string results = "results")
    {
        Results = Path.Combine(_home.Path, results);
        _environment = new()
        {
            ["HOME"] = _home.Path,
            ["USERPROFILE"] = _home.Path,
            ["INFERBENCH_CACHE"] = Installation.ModelCache,
            ["XDG_CACHE_HOME"] = null,
            ["INFERBENCH_WORKER"] = null,
            ["NO_COLOR"] = null,

            // Set for the tests themselves; the program has to do without.
            ["ORT_DISABLE_TELEMETRY"] = null,
        };
    }

    public string Home => _home.Path;

    public string Results { get; }

    /// <summary>Runs in the results folder; empty where nothing has run.</summary>
    public IReadOnlyList<string> Runs => Directory.Exists(Results) ? [.. Directory.EnumerateDirectories(Results).Order(StringComparer.Ordinal)] : [];

    public string OnlyRun => Assert.Single(Runs);

    /// <summary>Sets a variable for the commands to come; null takes it away.</summary>
    public Inferbench With(string variable, string? value)
    {
        _environment[variable] = value;
        return this;
    }

    public string Write(string name, string text) => _home.Write(name, text);

    public FinishedCommand Run(params string[] arguments)
    {
        using var command = Start(arguments);
        return command.WaitForExit();
    }

    public RunningCommand Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Installation.Host)
        {
            WorkingDirectory = Home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Installation.Program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        return new RunningCommand(Process.Start(start)!, string.Join(' ', arguments));
    }

    public void Dispose() => _home.Dispose();
}
