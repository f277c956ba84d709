using System.Diagnostics;
using System.Globalization;

namespace InferBench.Runtime.Devices;

/// <summary>Resident memory of this process, in bytes; null where it cannot be read.</summary>
public static class ProcessMemory
{
    private static long _peakBefore;

    public static long? CurrentBytes() => OperatingSystem.IsLinux() ? FromStatus("VmRSS:") : FromProcess(p => p.WorkingSet64);

    /// <summary>The most since the process started, without what was <see cref="SetAside"/> where the system can tell.</summary>
    public static long? PeakBytes()
    {
        var peak = OperatingSystem.IsLinux() ? FromStatus("VmHWM:") : FromProcess(p => p.PeakWorkingSet64);
        return peak is { } known ? Math.Max(known, Interlocked.Read(ref _peakBefore)) : null;
    }

    /// <summary>
    /// Memory that is taken and given back before this is disposed of does not count as the process's peak: Linux forgets a peak when it is told to
    /// (proc(5), clear_refs, 5). Elsewhere, and where /proc is hidden, it counts.
    /// </summary>
    internal static IDisposable SetAside() => new Aside(PeakBytes());

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

    private static void ForgetPeak(long? before)
    {
        if (!OperatingSystem.IsLinux() || before is not { } bytes)
        {
            return;
        }

        try
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
            Interlocked.Exchange(ref _peakBefore, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A sandbox that does not let us: the peak stays what it is, which is too much rather than too little.
        }
    }

    private sealed class Aside(long? before) : IDisposable
    {
        public void Dispose() => ForgetPeak(before);
    }

    private static long? FromProcess(Func<Process, long> read)
    {
        using var process = Process.GetCurrentProcess();
        var bytes = read(process);
        return bytes > 0 ? bytes : null;
    }
}
