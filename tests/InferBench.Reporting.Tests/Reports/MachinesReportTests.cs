using InferBench.Core.Runs;
using InferBench.Reporting.Reports;
using InferBench.Reporting.Reports.Html;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Reports;

public sealed class MachinesReportTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Of_TwoMachines_LooksAsReviewed(string culture)
    {
        using var scope = new CultureScope(culture);

        Snapshot.Matches(MarkdownReport.Of(MachinesReport.Of(TwoMachines(), new())), "report-machines.md");
    }

    [Fact]
    public void Of_TwoMachines_DrawsOneLineForEachMachineAndPrecision()
    {
        var chart = MachinesReport.Of(TwoMachines(), new()).Charts.First();

        Assert.Equal(
            [
                "fp32 · AMD EPYC 7B13, 2 cores", "int8-dyn-chan · AMD EPYC 7B13, 2 cores", "int4-rtn-b32-sym · AMD EPYC 7B13, 2 cores",
                "fp32 · Intel Xeon 8481C, 8 cores", "int8-dyn-chan · Intel Xeon 8481C, 8 cores", "int4-rtn-b32-sym · Intel Xeon 8481C, 8 cores",
            ],
            chart.Series.Select(series => series.Name));
    }

    [Fact]
    public void Of_HostileRuns_IsWellFormed() =>
        System.Xml.Linq.XDocument.Parse(HtmlReport.Of(MachinesReport.Of([SampleRuns.Hostile(), SampleRuns.OneShots(), SampleRuns.Of()], new())));

    [Fact]
    public void MachineLabels_TheSameHardwareTwice_AreToldApartByTimeThenByRun()
    {
        var run = SampleRuns.Default();

        Assert.Equal(
            ["AMD EPYC 7B13, 2 cores · 2026-11-20 09:30", "AMD EPYC 7B13, 2 cores · 2026-11-21 09:30"],
            MachineLabels.Of([run, run with { StartedAt = run.StartedAt.AddDays(1) }]));
        Assert.Equal(
            ["AMD EPYC 7B13, 2 cores · 2026-11-20 09:30 · a", "AMD EPYC 7B13, 2 cores · 2026-11-20 09:30 · b"],
            MachineLabels.Of([run with { RunId = "a" }, run with { RunId = "b" }]));
    }

    [Fact]
    public void Doubt_RunsOfDifferentShapes_SaysThatTheirCostsAreNotOfTheSameWork()
    {
        var run = SampleRuns.Default();
        var other = run with { Cells = [.. run.Cells.Select(cell => cell with { Cell = cell.Cell with { PromptTokens = 2_048 } })] };

        Assert.Null(MachinesAnswer.Doubt([run, run]));
        Assert.NotNull(MachinesAnswer.Doubt([run, other]));
    }

    [Fact]
    public void Csv_RunsOfDifferentKinds_HaveOneHeader()
    {
        var lines = CellsCsv.Of([SampleRuns.Default(), SampleRuns.OneShots()]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1 + 12 + 5, lines.Length);
        Assert.Contains("items_per_s", lines[0], StringComparison.Ordinal);
        Assert.Contains("output_tok_per_s", lines[0], StringComparison.Ordinal);
    }

    internal static IReadOnlyList<RunDocument> TwoMachines()
    {
        var run = SampleRuns.Scored();
        return
        [
            run,
            run with
            {
                RunId = "2026-11-21-llama-110m-91bc",
                StartedAt = run.StartedAt.AddDays(1),
                Environment = run.Environment with { CpuModel = "Intel Xeon 8481C", LogicalCores = 8 },
                Price = new(0.31, "quoted by the provider", new(2026, 11, 21), Assumed: false),
                Cells = [.. run.Cells.Select(cell => cell.Metrics is null ? cell : SampleRuns.Measured(cell.Cell, cell.Rate!.Value * 3.5) with { Quality = cell.Quality })],
            },
        ];
    }
}
