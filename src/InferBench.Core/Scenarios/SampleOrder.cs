namespace InferBench.Core.Scenarios;

/// <summary>
/// Which sample of the data set each query asks for: LoadGen's choice in performance mode (loadgen.cc) with libstdc++'s distributions,
/// for queries of one sample.
/// </summary>
public static class SampleOrder
{
    /// <summary>The samples that are loaded into memory together, in their order.</summary>
    /// <exception cref="OverflowException">More than fit into an array.</exception>
    public static int[] LoadedSet(ScenarioSettings settings)
    {
        var count = Math.Min(EffectiveSettings.Of(settings).PerformanceSamples, settings.DatasetSamples);
        int[] samples = [.. Enumerable.Range(0, checked((int)count))];
        new MersenneTwister(settings.QslSeed).Shuffle(samples);
        return samples;
    }

    /// <summary>Samples of the queries, without end: each drawn from all, or with equal issue each once before any comes again.</summary>
    /// <param name="settings">Of SingleStream or Server.</param>
    /// <exception cref="ArgumentException">Another scenario, whose queries have several samples.</exception>
    public static IEnumerable<int> Of(ScenarioSettings settings) => settings.Scenario is LoadScenario.SingleStream or LoadScenario.Server
        ? Choose(settings)
        : throw new ArgumentException("queries of one sample only", nameof(settings));

    private static IEnumerable<int> Choose(ScenarioSettings settings)
    {
        var loaded = LoadedSet(settings);
        var random = new MersenneTwister(settings.SampleIndexSeed);
        var unique = Shuffled(random, loaded.Length);

        // LoadGen prepares the rounds of equal issue whether or not it uses them, and so do we: what is drawn afterwards depends on it.
        var queries = EffectiveSettings.Of(settings).MinQueryCount;
        var round = Enumerable.Range(0, loaded.Length).ToArray();
        var rounds = new List<int>();
        for (long issued = 0; issued < queries; issued += loaded.Length)
        {
            random.Shuffle(round);
            if (settings.EqualIssue)
            {
                rounds.AddRange(round);
            }
        }

        for (var i = 0; ; i = i == int.MaxValue ? 0 : i + 1)
        {
            yield return loaded[settings.IssueUnique ? unique[i % unique.Length]
                : settings.IssueSame ? settings.IssueSameIndex % loaded.Length
                : settings.EqualIssue ? rounds[i % rounds.Count]
                : (int)random.NextBelow((uint)loaded.Length)];
        }
    }

    private static int[] Shuffled(MersenneTwister random, int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return order;
    }
}
