namespace InferBench.Core.Scenarios;

/// <summary>The queries that LoadGen generates before a run starts (<c>GenerateQueries</c> in loadgen.cc).</summary>
/// <param name="Count">Queries.</param>
/// <param name="SamplesPerQuery">Samples of each.</param>
/// <param name="DurationNs">When the query after the last would be due, in nanoseconds from the start.</param>
public sealed record GeneratedQueries(long Count, long SamplesPerQuery, long DurationNs)
{
    private const long MostArrivals = 20_000_000;
    private const double NanosecondsPerSecond = 1e9;
    private const long NanosecondsPerMillisecond = 1_000_000;

    /// <returns>Null where the settings ask for more than can be generated: LoadGen would run out of memory or of time.</returns>
    public static GeneratedQueries? Of(ScenarioSettings settings, EffectiveSettings effective)
    {
        try
        {
            var loaded = Loaded(settings, effective);
            var equalIssue = settings.EqualIssue && loaded > 0;
            var samplesPerQuery = equalIssue && settings.Scenario == LoadScenario.Offline
                ? Padded(effective.SamplesPerQuery, loaded)
                : effective.SamplesPerQuery;

            // Twice as many as are expected to be needed, but where the arrivals do not depend on how fast the system is.
            var multiplier = settings.Scenario == LoadScenario.Server ? 1 : 2;
            var durationNs = settings.IssueUnique ? 0 : checked(multiplier * effective.TargetDurationMs * NanosecondsPerMillisecond);
            var least = settings.IssueUnique ? loaded / effective.SamplesPerQuery : effective.MinQueryCount;
            var step = equalIssue && settings.Scenario != LoadScenario.Offline ? loaded : 1;
            least = Padded(least, step);
            var (count, end) = settings.Scenario == LoadScenario.Server
                ? Arrivals(settings, durationNs, least, step)
                : Evenly(effective.TargetQps, durationNs, least, step);
            return new GeneratedQueries(count, samplesPerQuery, end);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>MultiStream repeats the first samples at the end, so that every sample can begin a query.</summary>
    private static long Loaded(ScenarioSettings settings, EffectiveSettings effective) =>
        Math.Min(effective.PerformanceSamples, settings.DatasetSamples) + (settings.Scenario == LoadScenario.MultiStream ? effective.SamplesPerQuery - 1 : 0);

    private static (long Count, long EndNs) Evenly(double queriesPerSecond, long durationNs, long least, long step)
    {
        var period = checked((long)(1.0 / queriesPerSecond * NanosecondsPerSecond));
        if (durationNs == 0)
        {
            return (least, checked(least * period));
        }

        // Up to the first query at or after the duration; a period of nothing never gets there.
        var enough = period == 0 ? throw new OverflowException() : checked(((durationNs - 1) / period) + 2);
        var count = Padded(Math.Max(least, enough), step);
        return (count, checked(count * period));
    }

    private static (long Count, long EndNs) Arrivals(ScenarioSettings settings, long durationNs, long least, long step)
    {
        long count = 0, last = 0;
        foreach (var due in PoissonArrivals.From(settings.ScheduleSeed, settings.TargetQps))
        {
            if (last >= durationNs && count >= least && count % step == 0)
            {
                return (count, due);
            }

            last = due;
            count = ++count <= MostArrivals ? count : throw new OverflowException();
        }

        throw new OverflowException();
    }

    private static long Padded(long count, long whole) => checked((count + whole - 1) / whole * whole);
}
