using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using InferBench.Core.Comparison;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Reporting.Charts.Page;
using InferBench.Reporting.Comparison;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Comparison;

public sealed class ComparisonRenderingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Lines_TwoRuns_AreTheirSnapshot(string culture)
    {
        using (new CultureScope(culture))
        {
            Snapshot.Matches(string.Join('\n', ComparisonText.Lines(TwoRuns())) + "\n", "comparison.txt");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Of_TwoRuns_IsItsMarkdownSnapshot(string culture)
    {
        using (new CultureScope(culture))
        {
            Snapshot.Matches(ComparisonMarkdown.Of(TwoRuns(), "ratios.svg"), "comparison.md");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Of_TwoRuns_IsItsChartSnapshot(string culture)
    {
        using (new CultureScope(culture))
        {
            Snapshot.Matches(SvgChart.Fragment(ComparisonChart.Of(TwoRuns()), SvgForm.Wide).Text, "ratios.svg");
        }
    }

    [Fact]
    public void Lines_PrecisionsOfOneRun_NameBothAndHaveNoEnvironment()
    {
        var lines = ComparisonText.Lines(RunComparer.Compare([SampleRuns.Default()], new ComparisonSettings(ComparisonAxis.Precision)));

        Assert.Contains(lines, line => line.StartsWith("llama-110m fp32 → int8-dyn-chan cpu b1 p128 g64 t2 ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("what else differs", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_OneShotModels_HaveItemsAndNoTokens()
    {
        var lines = ComparisonText.Lines(RunComparer.Compare([SampleRuns.OneShots(), SampleRuns.OneShots()], new ComparisonSettings()));

        Assert.Contains(lines, line => line.Contains("A items/s", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("TPOT B/A", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_HostileNames_AreTextEverywhere()
    {
        using var folder = new TempFolder();
        var run = SampleRuns.Hostile();
        var other = run with
        {
            Environment = run.Environment with { Os = "<script>alert(2)</script>\u202E" },
            Cells = [.. run.Cells.Skip(1), SampleRuns.Broken(run.Cells[0], CellStatus.Failed, "<img src=x onerror=alert(3)>")],
        };
        var comparison = RunComparer.Compare([run, other], new ComparisonSettings());

        var written = ComparisonWriter.Write(comparison, folder.File("out"));

        Assert.Equal(["comparison.json", "comparison.md", "ratios.png", "ratios.svg"], written.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var svg = XDocument.Load(folder.File("out/ratios.svg"));
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "img");
        var markdown = File.ReadAllText(folder.File("out/comparison.md"));
        Assert.DoesNotContain("<script>", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', markdown);
        Assert.Contains("failed in B", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('W', 100), markdown, StringComparison.Ordinal);
        Assert.All(ComparisonText.Lines(comparison), line => Assert.DoesNotContain(line, character => char.IsControl(character) || character == '\u202E'));
        using var json = JsonDocument.Parse(File.ReadAllText(folder.File("out/comparison.json")));
        Assert.Equal(1, json.RootElement.GetProperty("schemaVersion").GetInt32());
    }

    [Fact]
    public void Of_ManyCells_DrawsThoseThatDifferMostAndSaysSo()
    {
        var run = SampleRuns.Of([.. Enumerable.Range(1, 100).Select(batch => SampleRuns.Measured(new Cell("m", "fp32", "cpu", batch, 8, 8, 2), 100 + batch))]);
        var other = run with { Cells = [.. run.Cells.Select(cell => SampleRuns.Measured(cell.Cell, (100 + cell.Cell.Batch) * (1 + (cell.Cell.Batch / 100.0))))] };

        var chart = ComparisonChart.Of(RunComparer.Compare([run, other], new ComparisonSettings()));

        Assert.Equal(60, chart.Y.Names!.Count);
        Assert.Contains("60 of 100 cells are drawn, those that differ most.", chart.Notes);
        Assert.Contains("fp32 b100", chart.Y.Names);
        Assert.DoesNotContain("fp32 b40", chart.Y.Names);
    }

    /// <summary>A published run, and one of another day: a newer runtime, a cell slower, one faster, one gone and one in doubt.</summary>
    private static RunComparison TwoRuns()
    {
        var run = Launched(SampleRuns.Default());
        var other = run with
        {
            RunId = "2026-11-27-llama-110m-91c2",
            StartedAt = run.StartedAt.AddDays(7),
            Environment = run.Environment with { OnnxRuntime = "1.30.0" },
            Tool = run.Tool with { GitDirty = false },
            Cells =
            [
                .. run.Cells.Where(cell => cell.Cell is not { Precision: "int4-rtn-b32-sym", Batch: 2 }).Select(cell => cell.Cell switch
                {
                    { Precision: "fp32", Batch: 2 } => Faster(cell, 0.94),
                    { Precision: "int8-dyn-chan", Batch: 1 } => Faster(cell, 1.31),
                    { Precision: "int8-dyn-chan", Batch: 4 } => Faster(cell, 0.8),
                    _ => cell,
                }),
            ],
        };
        return RunComparer.Compare([run, other], new ComparisonSettings());
    }

    /// <summary>Four launches of every cell, one percent apart.</summary>
    private static RunDocument Launched(RunDocument run) => run with
    {
        Cells = [.. from launch in Enumerable.Range(1, 4) from cell in run.Cells select Faster(cell, 1 + (0.01 * (launch - 2.5))) with { Cell = cell.Cell with { Launch = launch } }],
    };

    private static RunCell Faster(RunCell cell, double factor) => cell.Rate is null ? cell : SampleRuns.Measured(cell.Cell, cell.Rate.Value * factor) with { Validity = cell.Validity, Key = cell.Key };
}
