using InferBench.Cli.Quality;
using InferBench.Core.Statistics;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Quality;

public sealed class QualityWordsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Details_EveryKindOfReport_IsTheSnapshotInAnyCulture(string culture)
    {
        using var scope = new CultureScope(culture);

        var text = string.Join("\n\n", new[] { Reports.OfFile, Reports.Sampled, Reports.Alone, Reports.OneShot }.Select(report =>
            string.Join('\n', [QualityWords.Summary(report), .. QualityWords.Details(report)])));

        Snapshot.Matches(text + "\n", "quality.txt");
    }

    [Theory]
    [InlineData(4.6, "int4-rtn-b32-sym loses 4.6 % perplexity against fp32 (KL 0.0181 nats, top-1 97.2 %)")]
    [InlineData(-0.84, "int4-rtn-b32-sym gains 0.8 % perplexity against fp32 (KL 0.0181 nats, top-1 97.2 %)")]
    [InlineData(0.04, "int4-rtn-b32-sym keeps the perplexity of fp32 (KL 0.0181 nats, top-1 97.2 %)")]
    [InlineData(1234.5, "int4-rtn-b32-sym loses 1,234.5 % perplexity against fp32 (KL 0.0181 nats, top-1 97.2 %)")]
    public void Summary_OtherPrecision_SaysWhatItCosts(double change, string expected) =>
        Assert.Equal(expected, QualityWords.Summary(Reports.OfFile with { PerplexityChangePercent = new Estimate(change, null, null) }));

    [Fact]
    public void Summary_SamePrecision_NamesTheModels()
    {
        var report = Reports.OfFile with { Model = Reports.OfFile.Model with { Name = "copy", Precision = "fp32" } };

        Assert.StartsWith("copy loses 4.6 % perplexity against stories ", QualityWords.Summary(report), StringComparison.Ordinal);
    }
}
