namespace InferBench.Cli.Tests;

/// <summary>A test with a shell in place of a program; skipped, by name, on Windows.</summary>
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "needs /bin/sh";
        }
    }
}
