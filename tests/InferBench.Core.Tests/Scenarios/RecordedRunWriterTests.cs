using System.Text;
using System.Text.Json;
using InferBench.Core.Scenarios;

namespace InferBench.Core.Tests.Scenarios;

public sealed class RecordedRunWriterTests
{
    private static readonly ScenarioSettings Unusual = ScenarioSettings.For(LoadScenario.Server) with
    {
        Percentile = 0.999,
        MinDurationMs = 1_234,
        MaxDurationMs = 99_999,
        MinQueryCount = 3,
        MaxQueryCount = 77,
        ExpectedLatencyNs = 0.1 + 0.2,
        TargetQps = 1.0 / 3,
        TargetLatencyNs = 17,
        MaxAsyncQueries = 5,
        SamplesPerQuery = 2,
        ScheduleSeed = ulong.MaxValue,
        QslSeed = 8,
        SampleIndexSeed = 9,
        DatasetSamples = 11,
        PerformanceSamples = 10,
        EqualIssue = true,
        IssueUnique = true,
        IssueSame = true,
        IssueSameIndex = 4,
        UseTokenLatencies = true,
        TtftLimitNs = 21,
        TpotLimitNs = 22,
        InferredTokensPerSample = 6,
    };

    [Fact]
    public void WriteFields_EverySetting_IsReadAgain()
    {
        var run = new ScenarioRun([8, 9, 10]) { FinalQueryScheduledNs = 5, FinalQueryIssuedNs = 6, FinalQueryDoneNs = 15, MaxLatencyNs = 10, Tokens = new TokenRecord([1, 2, 3], [4, 4, 4]) };

        var read = Read(Unusual, run);

        Assert.Equal(Unusual, read.Settings);
        Assert.Empty(read.Notes);
        Assert.Equal([1, 2, 3], read.Run.Tokens!.TtftNs);
        Assert.Equal(
            (5L, 6L, 15L, 10L), (read.Run.FinalQueryScheduledNs!.Value, read.Run.FinalQueryIssuedNs!.Value, read.Run.FinalQueryDoneNs!.Value, read.Run.MaxLatencyNs!.Value));
    }

    [Theory]
    [InlineData(LoadScenario.SingleStream)]
    [InlineData(LoadScenario.MultiStream)]
    [InlineData(LoadScenario.Server)]
    [InlineData(LoadScenario.Offline)]
    public void WriteFields_RunOfEachScenario_ScoresTheSameAgain(LoadScenario scenario)
    {
        var settings = ScenarioSettings.For(scenario) with { MinDurationMs = 1, Percentile = 0.5 };
        var run = new ScenarioRun([.. Enumerable.Range(1, 800).Select(i => i * 1_000L)]) { FinalQueryIssuedNs = 2_000_000, FinalQueryScheduledNs = 1_900_000, FinalQueryDoneNs = 2_800_000 };

        var read = Read(settings, run);

        Assert.Equal(Log(settings, run), Log(read.Settings, read.Run));
    }

    private static RecordedRun Read(ScenarioSettings settings, ScenarioRun run)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            RecordedRunWriter.WriteFields(json, settings, run);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(bytes.ToArray());
        return RecordedRunReader.Read(document.RootElement, "scenario.json", asked: null);
    }

    private static string Log(ScenarioSettings settings, ScenarioRun run)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            LoadGenLog.Write(json, ScenarioScorer.Score(settings, run));
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
