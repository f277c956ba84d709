using System.Diagnostics;
using System.Runtime.InteropServices;

namespace InferBench.Budgets.Programs;

/// <summary>Starts the other programs of this build: artifacts/bin/PROJECT/CONFIGURATION.</summary>
internal static class ProgramRun
{
    public static string Worker { get; } = Locate("InferBench.Bench", "InferBench.Bench.dll");

    public static string Cli { get; } = Locate("InferBench.Cli", "inferbench.dll");

    /// <summary>With every stream redirected, and the .NET host that runs this program.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Host())
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Wall time from before its start.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is its own.</exception>
    public static TimeSpan Time(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(program, arguments, environment);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = Stopwatch.GetElapsedTime(started);
        return process.ExitCode == 0
            ? wall
            : throw Failure(program, process, errors.Result);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Wall time from before its start, and the most memory it had resident, in bytes.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is its own.</exception>
    public static (TimeSpan Wall, long PeakBytes) Watch(string program, IEnumerable<string> arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(program, arguments);
        process.StandardInput.Close();
        var (errors, output) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        var peak = PeakMemory.Watch(process);
        var wall = Stopwatch.GetElapsedTime(started);
        output.Wait();
        return process.ExitCode == 0 ? (wall, peak) : throw Failure(program, process, errors.Result);
    }

    private static InvalidOperationException Failure(string program, Process process, string errors) =>
        new($"{Path.GetFileName(program)} ended with exit code {process.ExitCode}: {errors.Trim()}");

    private static string Host()
    {
        var host = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(host) ? Path.GetFullPath(host) : "dotnet";
    }

    private static string Locate(string project, string file)
    {
        var here = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var path = Path.GetFullPath(Path.Combine(here, "..", "..", project, Path.GetFileName(here), file));
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is missing; run 'dotnet build InferBench.sln'");
    }
}
