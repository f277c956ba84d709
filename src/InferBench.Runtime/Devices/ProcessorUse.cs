using System.Diagnostics;
using System.Globalization;
using InferBench.Core.Runs;

namespace InferBench.Runtime.Devices;

/// <summary>The processors' time counters at one moment, from <c>/proc/stat</c>; two of them say who had the processors in between.</summary>
public sealed class ProcessorUse
{
    /// <summary>Counters of <c>/proc/stat</c> are in hundredths of a second on every Linux that .NET runs on (USER_HZ).</summary>
    private const double TicksPerSecond = 100;
    private readonly long _timestamp;
    private readonly double _busySeconds;
    private readonly double _stolenSeconds;
    private readonly double _ownSeconds;
    private readonly int _cores;

    private ProcessorUse(long timestamp, double busySeconds, double stolenSeconds, double ownSeconds, int cores)
    {
        (_timestamp, _busySeconds, _stolenSeconds, _ownSeconds, _cores) = (timestamp, busySeconds, stolenSeconds, ownSeconds, cores);
    }

    /// <returns>Null where the system does not say: outside Linux, or where <c>/proc</c> is hidden.</returns>
    public static ProcessorUse? Now()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            return Parse(File.ReadAllText("/proc/stat"), Environment.CpuUsage.TotalTime.TotalSeconds, Stopwatch.GetTimestamp());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Who used the processors since <paramref name="earlier"/>; null for a moment too short to tell.</summary>
    public CpuContention? Since(ProcessorUse earlier)
    {
        var seconds = Stopwatch.GetElapsedTime(earlier._timestamp, _timestamp).TotalSeconds;
        if (seconds < 20 / TicksPerSecond)
        {
            return null;
        }

        var own = _ownSeconds - earlier._ownSeconds;
        var others = Math.Max(0, _busySeconds - earlier._busySeconds - own);
        return new CpuContention(own / seconds, others / seconds, (_stolenSeconds - earlier._stolenSeconds) / seconds, _cores);
    }

    /// <summary>The first line is <c>cpu user nice system idle iowait irq softirq steal guest guest_nice</c>; guests are counted in user and nice.</summary>
    internal static ProcessorUse? Parse(string stat, double ownSeconds, long timestamp)
    {
        var lines = stat.Split('\n');
        var fields = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 9 || fields[0] != "cpu")
        {
            return null;
        }

        var ticks = new double[8];
        for (var i = 0; i < ticks.Length; i++)
        {
            if (!double.TryParse(fields[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out ticks[i]))
            {
                return null;
            }
        }

        var busy = ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6];
        var cores = lines.Count(line => line.Length > 3 && line.StartsWith("cpu", StringComparison.Ordinal) && char.IsAsciiDigit(line[3]));
        return new ProcessorUse(timestamp, busy / TicksPerSecond, ticks[7] / TicksPerSecond, ownSeconds, cores);
    }
}
