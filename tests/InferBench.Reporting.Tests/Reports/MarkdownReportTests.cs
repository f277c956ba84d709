using InferBench.Reporting.Reports;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Reports;

public sealed class MarkdownReportTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Of_TheDefaultRun_LooksAsReviewed(string culture)
    {
        using var scope = new CultureScope(culture);

        Snapshot.Matches(MarkdownReport.Of(SampleRuns.Default()), "report.md");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Of_AScoredRun_PutsQualityBesideThePrice(string culture)
    {
        using var scope = new CultureScope(culture);

        Snapshot.Matches(MarkdownReport.Of(SampleRuns.Scored()), "report-scored.md");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Of_ARunOnAGpu_SaysWhereOperatorsAndTimeWent(string culture)
    {
        using var scope = new CultureScope(culture);

        Snapshot.Matches(MarkdownReport.Of(SampleRuns.Gpu()), "report-gpu.md");
    }

    [Fact]
    public void Of_HostileNames_KeepsTheTableWhole()
    {
        var report = MarkdownReport.Of(SampleRuns.Hostile());

        var table = report.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();

        Assert.Equal(SampleRuns.Hostile().Cells.Count + 2, table.Count);
        Assert.All(table, line => Assert.Equal(Bars(table[0]), Bars(line)));
        Assert.DoesNotContain("<script", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", report, StringComparison.Ordinal);
    }

    private static int Bars(string line) => line.Replace(@"\|", "", StringComparison.Ordinal).Count(character => character == '|');
}
