namespace InferBench.EndToEnd.Tests.Scripts;

/// <summary>A test of the script for PowerShell; skipped, by name, where there is none.</summary>
public sealed class PowerShellFactAttribute : FactAttribute
{
    public PowerShellFactAttribute()
    {
        Skip = OperatingSystem.IsWindows() ? "its stand-in for dotnet is a Unix script"
            : Path() is null ? "needs PowerShell (pwsh) on the PATH"
            : null;
    }

    /// <summary>Full path of pwsh; null where it is not on the PATH.</summary>
    internal static string? Path() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Where(folder => folder.Length > 0)
        .Select(folder => System.IO.Path.Combine(folder, "pwsh"))
        .FirstOrDefault(File.Exists);
}
