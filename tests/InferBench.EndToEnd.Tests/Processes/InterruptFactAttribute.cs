using System.Globalization;

namespace InferBench.EndToEnd.Tests.Processes;

/// <summary>A test that sends SIGINT; skipped, by name, on Windows and where this process inherited that SIGINT is ignored, as jobs in the background do.</summary>
public sealed class InterruptFactAttribute : FactAttribute
{
    private const string Mask = "SigIgn:";
    private const ulong Sigint = 1UL << 1;

    public InterruptFactAttribute()
    {
        Skip = OperatingSystem.IsWindows() ? "signals are for Linux and macOS"
            : IsIgnored() ? "SIGINT is ignored by whoever started the tests"
            : null;
    }

    private static bool IsIgnored() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Mask, StringComparison.Ordinal)) is { } line
        && (ulong.Parse(line[Mask.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Sigint) != 0;
}
