namespace InferBench.Core.Scenarios;

/// <summary>When the last query of a run was issued and done, in nanoseconds from the start.</summary>
/// <param name="IssuedNs">Null in Offline.</param>
/// <param name="DoneNs">The last-issued one, which need not be the last to be done; in Offline, the last sample.</param>
/// <param name="DurationNs">What counts as the run's duration in its scenario.</param>
internal sealed record RunTimes(long? IssuedNs, long DoneNs, long DurationNs)
{
    /// <exception cref="ArgumentException">The run lacks the time that its scenario counts.</exception>
    public static RunTimes Of(ScenarioSettings settings, ScenarioRun run, long lastLatencyNs)
    {
        switch (settings.Scenario)
        {
            case LoadScenario.Offline:
                var longest = run.MaxLatencyNs ?? run.LatenciesNs.Max();
                return new RunTimes(null, longest, longest);
            case LoadScenario.Server:
                var due = run.FinalQueryScheduledNs ?? throw new ArgumentException("when the last query was due is missing", nameof(run));
                return new RunTimes(run.FinalQueryIssuedNs ?? due, run.FinalQueryDoneNs ?? checked(due + lastLatencyNs), due);
            default:
                var issued = run.FinalQueryIssuedNs ?? throw new ArgumentException("when the last query was issued is missing", nameof(run));
                return new RunTimes(issued, run.FinalQueryDoneNs ?? checked(issued + lastLatencyNs), issued);
        }
    }
}
