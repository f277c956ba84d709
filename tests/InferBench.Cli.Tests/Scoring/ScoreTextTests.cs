using InferBench.Cli.Scoring;
using InferBench.Core.Scenarios;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Scoring;

public sealed class ScoreTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Lines_TimedTokens_AreTheSnapshotInEveryCulture(string culture)
    {
        using var scope = new CultureScope(culture);
        var settings = ScenarioSettings.For(LoadScenario.Server) with { MinDurationMs = 2_500, UseTokenLatencies = true, TtftLimitNs = 1_500_000 };
        var run = new ScenarioRun([12_500_000, 7_000_000, 10_000_000])
        {
            FinalQueryScheduledNs = 1_250_000_000,
            Tokens = new TokenRecord([2_000_000, 1_000_000, 1_234_567], [8, 7, 1]),
        };

        var lines = ScoreText.Lines(ScenarioScorer.Score(settings, run));

        Snapshot.Matches(string.Join('\n', lines) + "\n", "score.txt");
    }
}
