using System.Runtime.InteropServices;

namespace InferBench.EndToEnd.Tests.Processes;

/// <summary>The program as this checkout's build left it, and the .NET host that runs these tests.</summary>
internal static class Installation
{
    /// <summary>Synthetic models are the same for every test: built once, in a folder that goes with this process.</summary>
    private static readonly Lazy<string> SharedCache = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("inferbench-test-cache-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    public static string Checkout { get; } = FindCheckout();

    public static string Program { get; } = Path.Combine(
        Checkout, "artifacts", "bin", "InferBench.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "inferbench.dll");

    public static string Host { get; } = FindHost();

    public static string ModelCache => SharedCache.Value;

    private static string FindCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "InferBench.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("There is no InferBench.sln above the test's folder.");
    }

    private static string FindHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }
}
