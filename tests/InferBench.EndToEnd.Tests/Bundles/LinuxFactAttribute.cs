using System.Runtime.InteropServices;

namespace InferBench.EndToEnd.Tests.Bundles;

/// <summary>A test of a bundle; skipped, by name, where bundles do not run.</summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            Skip = "bundles are for linux-x64";
        }
    }
}
