using InferBench.Core.Loads;
using InferBench.Core.Scenarios;

namespace InferBench.Core.Tests.Loads;

public sealed class LoadRecordTests
{
    private static readonly LoadRecord Record = new(
        ScenarioSettings.For(LoadScenario.Server) with { TargetLatencyNs = 100, MinDurationMs = 0 },
        new ScenarioRun([50, 60, 70]) { FinalQueryScheduledNs = 900, FinalQueryDoneNs = 2_000_000_000, Tokens = new TokenRecord([20, 20, 20], [4, 4, 4]) },
        LatenessNs: null,
        [new BatchUse(4, 1, 3)],
        BusyNs: 500_000_000,
        MaxWaiting: null,
        EndedEarly: false);

    [Fact]
    public void Figures_RunOfTwoSeconds_AreRatesOfTheWholeRun()
    {
        Assert.Equal(1.5, Record.SamplesPerSecond);
        Assert.Equal(6, Record.OutputTokensPerSecond);
        Assert.Equal(0.25, Record.Utilization);
        Assert.Equal(1, Record.Batches[0].Padded);
    }

    [Fact]
    public void OutputTokensPerSecond_NoDecoder_IsNull() => Assert.Null((Record with { Run = Record.Run with { Tokens = null } }).OutputTokensPerSecond);

    [Theory]
    [InlineData(49, 500_000_000, true)]
    [InlineData(50, 500_000_000, false)]
    [InlineData(100, 100_000_000, true)]
    public void IsHopeless_FastestOverTheLimitOrMachineIdle_IsTrue(long limitNs, long busyNs, bool expected)
    {
        var record = Record with { Settings = Record.Settings with { TargetLatencyNs = limitNs }, BusyNs = busyNs };

        Assert.Equal(expected, LoadSearch.IsHopeless(record, ScenarioScorer.Score(record.Settings, record.Run)));
    }
}
