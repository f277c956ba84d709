namespace InferBench.EndToEnd.Tests.Processes;

/// <summary>A test that sends signals; skipped, by name, on Windows.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "signals are for Linux and macOS";
        }
    }
}
