using System.Diagnostics;
using System.Reflection;
using InferBench.Cli.Bundles;
using InferBench.Core.Runs;

namespace InferBench.Cli.Preparation;

/// <summary>Which InferBench this is: its version, and the commit of the checkout that it runs from, or was bundled from.</summary>
internal static class ToolIdentity
{
    public static string Version { get; } =
        typeof(ToolIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static ToolVersion Read() => BundleManifest.OfThisProgram()?.Tool ?? OfCheckout();

    private static ToolVersion OfCheckout()
    {
        var checkout = Checkout();
        var commit = checkout is null ? null : Git(checkout, "rev-parse", "HEAD");
        var changes = commit is null ? null : Git(checkout!, "status", "--porcelain", "--untracked-files=no");
        return new ToolVersion(Version, commit, changes is null ? null : changes.Length > 0);
    }

    private static string? Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "InferBench.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    /// <returns>What git printed; null where there is no git, or it refused.</returns>
    private static string? Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd().Trim();
            errors.Wait();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
