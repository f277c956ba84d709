namespace InferBench.Cli.Tests.AddedProviders;

/// <summary>A test that makes a symbolic link; skipped, by name, on Windows.</summary>
public sealed class LinkFactAttribute : FactAttribute
{
    public LinkFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "makes a symbolic link, which not everybody may on Windows";
        }
    }
}
