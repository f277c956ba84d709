using InferBench.Bench.Workloads;
using InferBench.Core.Loads;
using InferBench.Core.Plans;
using InferBench.Core.Scenarios;

namespace InferBench.Bench.Loads;

/// <summary>Drives one run of a scenario over workloads that are warm.</summary>
/// <param name="workloads">By size, ascending.</param>
/// <param name="cell">The first of the cells: all have its shape.</param>
/// <param name="maxBatch">Queries run together, at most.</param>
/// <param name="maxWaitNs">Nanoseconds that a query waits for others in Server.</param>
/// <param name="progress">Told what is running.</param>
internal sealed class ScenarioRunner(IReadOnlyList<(int Size, ISampledWorkload Workload)> workloads, Cell cell, int maxBatch, long maxWaitNs, LoadProgress progress)
{
    private const long NanosecondsPerMillisecond = 1_000_000;
    private const int MostExpected = 1_000_000;
    private const long LeastWaiting = 16;

    private readonly int _mostTogether = Math.Min(maxBatch, workloads[^1].Size);
    private readonly int _tokens = cell.GeneratedTokens ?? 1;

    /// <param name="settings">As applied.</param>
    public LoadRecord Run(ScenarioSettings settings)
    {
        var expected = (int)Math.Min(GeneratedQueries.Of(settings, EffectiveSettings.Of(settings)) is { } generated ? generated.Count * generated.SamplesPerQuery : 0, MostExpected);
        var schedule = settings.Scenario == LoadScenario.Server
            ? PoissonArrivals.Schedule(settings.ScheduleSeed, settings.TargetQps, settings.MinDurationMs, settings.MinQueryCount)
            : [];

        // What the warm-up left behind is not collected in a measured time.
        GC.Collect();
        var clock = new SpinningClock(TimeProvider.System);
        var batches = new SampledBatches(workloads, _tokens, Order(settings), clock, Math.Max(expected, schedule.Count));
        using var reporting = progress.Follow(batches, Share(settings, schedule, batches, clock));
        return settings.Scenario switch
        {
            LoadScenario.Server => Server(settings, schedule, clock, batches),
            LoadScenario.Offline => Record(
                settings, new ClosedLoop(clock, _mostTogether).Offline(checked((int)EffectiveSettings.Of(settings).SamplesPerQuery), batches.Run, CancellationToken.None), batches),
            _ => Record(settings, new ClosedLoop(clock, _mostTogether).Stream(settings, batches.Run, CancellationToken.None), batches),
        };
    }

    private LoadRecord Server(ScenarioSettings settings, IReadOnlyList<long> schedule, SpinningClock clock, SampledBatches batches)
    {
        var maxWaiting = MaxWaiting(settings);
        var served = new ServerDispatcher(clock, new BatchRule(_mostTogether, maxWaitNs), maxWaiting).Run(schedule, batches.Run, CancellationToken.None);
        return Record(settings, served, batches) with
        {
            LatenessNs = [.. served.Batches.Select(batch => batch.LatenessNs)],
            MaxWaiting = maxWaiting,
            EndedEarly = served.EndedEarly,
        };
    }

    private LoadRecord Record(ScenarioSettings settings, ServedQueries served, SampledBatches batches)
    {
        var run = served.ToRun(cell.IsOneShot ? null : Tokens(settings, served, batches));
        return new LoadRecord(
            settings,
            settings.Scenario == LoadScenario.Server ? run : run with { FinalQueryIssuedNs = served.ScheduledNs[^1], FinalQueryScheduledNs = null },
            LatenessNs: null,
            batches.Use,
            served.Batches.Sum(batch => batch.DoneNs - batch.StartedNs),
            MaxWaiting: null,
            EndedEarly: false);
    }

    /// <summary>A time to the first token counts from when the query was due, as its latency does; in Offline all were due at once, and none is timed.</summary>
    private TokenRecord Tokens(ScenarioSettings settings, ServedQueries served, SampledBatches batches) => new(
        settings.Scenario == LoadScenario.Offline ? null : [.. served.ScheduledNs.Zip(batches.FirstTokenNs, (dueNs, firstNs) => firstNs - dueNs)],
        [.. Enumerable.Repeat((long)_tokens, served.ScheduledNs.Count)]);

    /// <summary>
    /// A system that keeps its latency has rate × latency queries in flight in the mean (Little's law). At twice that it does not keep it, and
    /// serving the rest of the schedule would only take time.
    /// </summary>
    private long MaxWaiting(ScenarioSettings settings)
    {
        var limitNs = settings.UseTokenLatencies ? settings.TtftLimitNs + (settings.TpotLimitNs * _tokens) : settings.TargetLatencyNs;
        return (long)Math.Clamp(2 * settings.TargetQps * limitNs / 1e9, Math.Max(LeastWaiting, 4L * _mostTogether), int.MaxValue);
    }

    /// <summary>LoadGen's choice where a query is one sample; in the other scenarios one sample after the other.</summary>
    private static IEnumerable<int> Order(ScenarioSettings settings) => settings.Scenario is LoadScenario.SingleStream or LoadScenario.Server
        ? SampleOrder.Of(settings)
        : InTurn((int)settings.DatasetSamples);

    private static IEnumerable<int> InTurn(int samples)
    {
        for (var sample = 0; ; sample = (sample + 1) % samples)
        {
            yield return sample;
        }
    }

    /// <summary>How much of the run is over, from 0 to 1: by queries where their number is known, and else by the least duration too.</summary>
    private static Func<double> Share(ScenarioSettings settings, IReadOnlyList<long> schedule, SampledBatches batches, SpinningClock clock)
    {
        var effective = EffectiveSettings.Of(settings);
        var queries = schedule.Count > 0 ? schedule.Count : Math.Max(1, effective.MinSampleCount);
        var durationNs = Math.Max(1.0, effective.TargetDurationMs * NanosecondsPerMillisecond);
        return settings.Scenario is LoadScenario.Server or LoadScenario.Offline
            ? () => (double)batches.Done / queries
            : () => Math.Min((double)batches.Done / queries, clock.NowNs / durationNs);
    }
}
