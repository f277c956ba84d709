using System.Runtime.InteropServices;
using InferBench.Core.Errors;

namespace InferBench.Cli.Supervision;

/// <summary>Finds the worker program and the .NET host to start it with.</summary>
internal static class WorkerLocator
{
    private const string Assembly = "InferBench.Bench.dll";

    /// <exception cref="BadInputException">The worker is not where it should be.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("INFERBENCH_WORKER") is { Length: > 0 } named)
        {
            return File.Exists(named) ? Path.GetFullPath(named) : throw new BadInputException($"INFERBENCH_WORKER: there is no file {named}");
        }

        var here = AppContext.BaseDirectory;
        string[] places =
        [
            // Published: in a folder of its own beside the program.
            Path.Combine(here, "worker", Assembly),
            // Built in the checkout: artifacts/bin/<project>/<configuration>.
            Path.Combine(here, "..", "..", "InferBench.Bench", Path.GetFileName(Path.TrimEndingDirectorySeparator(here)), Assembly),
        ];
        return places.FirstOrDefault(File.Exists) is { } found
            ? Path.GetFullPath(found)
            : throw new BadInputException($"the worker {Assembly} is missing; build the solution: dotnet build InferBench.sln");
    }

    /// <summary>The host that runs this very process, so that the worker gets the same runtime.</summary>
    public static string Host()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var beside = Path.Combine(root, name);
        return File.Exists(beside) ? beside : name;
    }
}
