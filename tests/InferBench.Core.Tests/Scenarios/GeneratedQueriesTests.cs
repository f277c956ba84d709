using InferBench.Core.Scenarios;

namespace InferBench.Core.Tests.Scenarios;

/// <summary>Counts worked out by hand from LoadGen's rule: generate while the last query is due before the end, or there are too few.</summary>
public sealed class GeneratedQueriesTests
{
    private static readonly ScenarioSettings Stream = ScenarioSettings.For(LoadScenario.SingleStream) with { ExpectedLatencyNs = 1_000_000_000 };

    // Twice the duration of queries a second apart: 20 s end with the query at 20 s, the 21st.
    [Theory]
    [InlineData(10_000, 1, 21)]
    [InlineData(10_001, 1, 22)]
    [InlineData(0, 5, 5)]
    [InlineData(1, 1, 2)]
    [InlineData(10_000, 30, 30)]
    public void Of_Stream_EndsAtOrAfterTwiceTheDuration(long minDurationMs, long minQueryCount, long expected) =>
        Assert.Equal(new GeneratedQueries(expected, 1, expected * 1_000_000_000), Of(Stream with { MinDurationMs = minDurationMs, MinQueryCount = minQueryCount }));

    // SingleStream adds a whole data set to a count that is whole already.
    [Theory]
    [InlineData(100, 43, 129)]
    [InlineData(86, 43, 129)]
    public void Of_EqualIssue_IsWholeDataSets(long minQueryCount, long samples, long expected) =>
        Assert.Equal(expected, Of(Stream with { MinDurationMs = 0, MinQueryCount = minQueryCount, DatasetSamples = samples, EqualIssue = true })!.Count);

    [Fact]
    public void Of_ServerEqualIssue_GoesOnToAWholeDataSet()
    {
        var settings = ScenarioSettings.For(LoadScenario.Server) with { MinDurationMs = 1_000, TargetQps = 100, DatasetSamples = 40, MinQueryCount = 10 };

        var (plain, equal) = (Of(settings)!.Count, Of(settings with { EqualIssue = true })!.Count);

        Assert.Equal((plain + 39) / 40 * 40, equal);
    }

    [Fact]
    public void Of_OfflineEqualIssue_PadsTheSamples()
    {
        var settings = ScenarioSettings.For(LoadScenario.Offline) with { MinDurationMs = 0, MinQueryCount = 100, DatasetSamples = 43, EqualIssue = true };

        Assert.Equal(new GeneratedQueries(1, 129, 1_000_000_000), Of(settings));
    }

    [Fact]
    public void Of_UniqueSamples_IssuesEachOnce() =>
        Assert.Equal(43, Of(Stream with { DatasetSamples = 43, IssueUnique = true })!.Count);

    [Fact]
    public void Of_MoreThanCanBeGenerated_IsNull()
    {
        Assert.Null(Of(ScenarioSettings.For(LoadScenario.Server) with { MinQueryCount = 1_000_000_000_000, TargetQps = 1e9 }));
        Assert.Null(Of(Stream with { ExpectedLatencyNs = 0.001 }));
    }

    private static GeneratedQueries? Of(ScenarioSettings settings) => GeneratedQueries.Of(settings, EffectiveSettings.Of(settings));
}
