namespace InferBench.Core.Scenarios;

/// <summary>
/// When the queries of the Server scenario are due: LoadGen's schedule, nanosecond for nanosecond (loadgen.cc, libstdc++'s distributions).
/// The gaps are exponential, each cut to whole nanoseconds, and the first query is due at 0.
/// </summary>
public static class PoissonArrivals
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>Without end: nanoseconds from the start, never decreasing.</summary>
    /// <param name="seed">Its low 32 bits count.</param>
    /// <param name="targetQps">Mean arrivals per second, above 0.</param>
    /// <exception cref="OverflowException">While enumerating, where the time passes 64 bits.</exception>
    public static IEnumerable<long> From(ulong seed, double targetQps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(targetQps);
        return Enumerate(new MersenneTwister(seed), targetQps);
    }

    /// <summary>The queries of a run: at least <paramref name="minQueryCount"/>, and up to the first that is due at or after the duration.</summary>
    /// <param name="seed">Its low 32 bits count.</param>
    /// <param name="targetQps">Mean arrivals per second, above 0.</param>
    /// <param name="minDurationMs">Milliseconds.</param>
    /// <param name="minQueryCount">Queries.</param>
    public static IReadOnlyList<long> Schedule(ulong seed, double targetQps, long minDurationMs, long minQueryCount)
    {
        var durationNs = checked(minDurationMs * 1_000_000);
        var due = new List<long>();
        foreach (var time in From(seed, targetQps))
        {
            if ((due.Count == 0 ? 0 : due[^1]) >= durationNs && due.Count >= minQueryCount)
            {
                break;
            }

            due.Add(time);
        }

        return due;
    }

    private static IEnumerable<long> Enumerate(MersenneTwister random, double targetQps)
    {
        for (long time = 0; ; time = checked(time + (long)(random.NextExponential(targetQps) * NanosecondsPerSecond)))
        {
            yield return time;
        }
    }
}
