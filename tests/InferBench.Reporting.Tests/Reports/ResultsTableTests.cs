using InferBench.Core.Runs;
using InferBench.Core.Validity;
using InferBench.Reporting.Reports;

namespace InferBench.Reporting.Tests.Reports;

public sealed class ResultsTableTests
{
    [Fact]
    public void From_HideConstants_LeavesOutWhatAllCellsShareAndNamesIt()
    {
        var table = ResultsTable.From(SampleRuns.Default(), hideConstants: true);

        Assert.Equal(["precision", "batch", "TTFT ms"], table.Columns.Take(3).Select(column => column.Name));
        Assert.Equal(
            ["model llama-110m", "provider cpu", "prompt tok 128", "gen tok 64"],
            table.Constants.Select(constant => $"{constant.Key} {constant.Value}"));
    }

    [Fact]
    public void From_ShowConstants_HasEveryPlannedColumn() => Assert.Equal(
        ["model", "precision", "provider", "batch", "prompt tok", "gen tok"],
        ResultsTable.From(SampleRuns.Default()).Columns.Take(6).Select(column => column.Name));

    [Fact]
    public void From_CrashedCell_HasDashesItsVerdictAndItsReason()
    {
        var row = ResultsTable.From(SampleRuns.Default()).Rows[^1];

        Assert.Equal("crashed", row.Values[^1]);
        Assert.Equal("–", row.Values[^3]);
        Assert.StartsWith("the worker process died with signal 9", Assert.Single(row.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void From_Fp32PartnerAtTheSameBatch_GivesTheSpeedup()
    {
        var table = ResultsTable.From(SampleRuns.Default());
        var column = table.Columns.Select(column => column.Name).ToList().IndexOf("vs fp32");

        // By hand: int4 at batch 1 generates 98 tok/s, fp32 generates 31.
        Assert.Equal("×3.16", table.Rows[8].Values[column]);
    }

    [Fact]
    public void From_InvalidFp32Partner_GivesNoSpeedup()
    {
        var cells = SampleRuns.Default().Cells.ToArray();
        cells[0] = cells[0] with { Validity = new(Verdict.Invalid, ["throttled"]) };
        var table = ResultsTable.From(SampleRuns.Of(cells));
        var column = table.Columns.Select(column => column.Name).ToList().IndexOf("vs fp32");

        Assert.Equal("–", table.Rows[8].Values[column]);
        Assert.Equal("invalid", table.Rows[0].Values[^1]);
    }

    [Fact]
    public void From_NoFp32AtAll_LeavesTheSpeedupOut() => Assert.DoesNotContain(
        ResultsTable.From(SampleRuns.Of([.. SampleRuns.Sweep("m", "int4", "cpu", [(1, 10), (2, 20)])])).Columns, column => column.Name == "vs fp32");

    [Fact]
    public void From_EveryStatus_HasAWordOfItsOwn()
    {
        var cell = SampleRuns.Measured(new("m", "fp32", "cpu", 1, 128, 64, 2), 33);
        var run = SampleRuns.Of(
            cell,
            cell with { Validity = null },
            SampleRuns.Broken(cell, CellStatus.Pending, ""),
            SampleRuns.Broken(cell, CellStatus.Failed, "a"),
            SampleRuns.Broken(cell, CellStatus.TimedOut, "b"));

        Assert.Equal(["valid", "not judged", "not run", "failed", "timed out"], ResultsTable.From(run).Rows.Select(row => row.Values[^1]));
    }
}
