using System.Diagnostics;
using System.Globalization;

namespace InferBench.Runtime.Devices;

/// <summary>Resident memory of this process, in bytes; null where it cannot be read.</summary>
public static class ProcessMemory
{
    public static long? CurrentBytes() => OperatingSystem.IsLinux() ? FromStatus("VmRSS:") : FromProcess(p => p.WorkingSet64);

    /// <summary>The most since the process started.</summary>
    public static long? PeakBytes() => OperatingSystem.IsLinux() ? FromStatus("VmHWM:") : FromProcess(p => p.PeakWorkingSet64);

    private static long? FromStatus(string field)
    {
        try
        {
            foreach (var line in File.ReadLines("/proc/self/status"))
            {
                if (line.StartsWith(field, StringComparison.Ordinal))
                {
                    return ParseKilobytes(line.AsSpan(field.Length));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Some sandboxes hide /proc.
        }

        return null;
    }

    internal static long? ParseKilobytes(ReadOnlySpan<char> text)
    {
        var number = text.Trim();
        if (number.EndsWith("kB", StringComparison.Ordinal))
        {
            number = number[..^2].TrimEnd();
        }

        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var kilobytes) ? kilobytes * 1024 : null;
    }

    private static long? FromProcess(Func<Process, long> read)
    {
        using var process = Process.GetCurrentProcess();
        var bytes = read(process);
        return bytes > 0 ? bytes : null;
    }
}
