namespace InferBench.Core.Scenarios;

/// <summary>
/// Finds the highest Server rate whose run is valid as a whole. LoadGen's own search looks at the plain percentile alone and can end on a
/// rate that early stopping then calls invalid.
/// </summary>
/// <param name="settings">Of the Server scenario; the target rate is where the search begins.</param>
public sealed class PeakRateSearch(ScenarioSettings settings)
{
    /// <summary>Ratio of the rate that is not valid to the one that is, at which the search ends.</summary>
    public double Precision { get; init; } = 1.01;

    /// <summary>Rates to try, at most: each costs a whole run.</summary>
    public int MaxTrials { get; init; } = 30;

    /// <summary>Doubles or halves the rate until one is valid and one is not, and then halves the distance.</summary>
    /// <param name="run">
    /// Runs the system at a rate. At equal rates it should give equal runs; where it does not, the best is still a rate that was valid.
    /// It gets at least as many queries as the percentile needs with one over the limit, so that too short a run is not taken for too slow a system.
    /// </param>
    /// <param name="cancellation">Ends the search between runs.</param>
    /// <exception cref="ArgumentException">The settings are not of the Server scenario.</exception>
    public PeakRate Find(Func<ScenarioSettings, ScenarioRun> run, CancellationToken cancellation)
    {
        if (settings.Scenario != LoadScenario.Server)
        {
            throw new ArgumentException("a rate is searched for in the Server scenario only", nameof(run));
        }

        var trials = new List<RateTrial>();
        RateTrial? best = null, over = null;
        double? next = settings.TargetQps;
        while (next is { } rate && trials.Count < MaxTrials)
        {
            cancellation.ThrowIfCancellationRequested();
            var trial = Try(rate, run);
            trials.Add(trial);
            (best, over) = trial.Result.Valid ? (trial, over) : (best, trial);
            next = Next(best?.TargetQps, over?.TargetQps);
        }

        return new PeakRate(best, over is not null, trials);
    }

    private RateTrial Try(double rate, Func<ScenarioSettings, ScenarioRun> run)
    {
        var needed = EarlyStopping.QueriesNeeded(settings.Percentile);
        var tried = settings with { TargetQps = rate, MinQueryCount = Math.Max(settings.MinQueryCount, needed) };
        return new RateTrial(rate, ScenarioScorer.Score(tried, run(tried)));
    }

    /// <returns>Null where the two are near enough.</returns>
    private double? Next(double? valid, double? invalid) => (valid, invalid) switch
    {
        ({ } low, null) => low * 2,
        (null, { } high) => high / 2,
        ({ } low, { } high) when high / low > Precision => (low + high) / 2,
        _ => null,
    };
}
