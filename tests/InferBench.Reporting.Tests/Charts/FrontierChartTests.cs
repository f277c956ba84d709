using InferBench.Core.Validity;
using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Tests.Charts;

public sealed class FrontierChartTests
{
    [Fact]
    public void From_AScoredRun_GroupsConfigurationsByWhatTheyLose()
    {
        var chart = Assert.Single(FrontierChart.From([SampleRuns.Scored()]));

        Assert.Equal(["reference, or no loss", "loses 3.00 to 10.0 %", "quality not measured", "frontier"], chart.Series.Select(series => series.Name));
        Assert.Equal([0, 3, 5, 5], chart.Series.Select(series => series.Tone));
    }

    [Fact]
    public void From_NothingScored_ColoursByPrecisionAndSaysSo()
    {
        var chart = Assert.Single(FrontierChart.From([SampleRuns.Default()]));

        Assert.Equal(["fp32", "int8-dyn-chan", "int4-rtn-b32-sym", "frontier"], chart.Series.Select(series => series.Name));
        Assert.Contains(chart.Notes, note => note.StartsWith("Quality was not measured", StringComparison.Ordinal));
    }

    [Fact]
    public void From_ASuspectPoint_LeavesItOffTheFrontier()
    {
        var run = SampleRuns.Of([.. SampleRuns.Sweep("m", "fp32", "cpu", [(1, 30), (8, 100)])]);
        var doubtful = run with { Cells = [run.Cells[0], run.Cells[1] with { Validity = new(Verdict.Suspect, ["throttled"]) }] };

        var (sure, unsure) = (FrontierChart.From([run])[0].Series[^1], FrontierChart.From([doubtful])[0].Series[^1]);

        Assert.Equal(2, sure.Points.Count);
        Assert.Single(unsure.Points);
    }

    [Fact]
    public void From_MoreThanCanBeSeen_KeepsTheFrontierAndSaysWhatIsLeftOut()
    {
        var run = SampleRuns.Of([.. Enumerable.Range(1, 600).Select(batch => SampleRuns.Measured(new("m", "fp32", "cpu", batch, 128, 64, 2), 10 + batch))]);

        var chart = Assert.Single(FrontierChart.From([run]));

        Assert.Equal(400, chart.Series.SkipLast(1).Sum(series => series.Points.Count));
        Assert.Contains(chart.Notes, note => note.StartsWith("400 of 600 configurations are drawn", StringComparison.Ordinal));
    }
}
