using System.Text.Json;
using InferBench.Reporting.Reports;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Reports;

public sealed class CellsJsonLinesTests
{
    [Fact]
    public void Of_DefaultRun_HasALineForEachCellWithTheColumnsOfTheCsv()
    {
        var run = SampleRuns.Default();

        var lines = CellsJsonLines.Of(run).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var header = CellsCsv.Of(run).Split("\r\n")[0].Split(',');
        Assert.Equal(12, lines.Length);
        Assert.All(lines, line => Assert.Equal(header, JsonDocument.Parse(line).RootElement.EnumerateObject().Select(member => member.Name)));
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(31, first.RootElement.GetProperty("output_tok_per_s").GetDouble(), 9);
        Assert.True(first.RootElement.GetProperty("price_assumed").GetBoolean());
        using var crashed = JsonDocument.Parse(lines[11]);
        Assert.Equal(JsonValueKind.Null, crashed.RootElement.GetProperty("output_tok_per_s").ValueKind);
    }

    [Fact]
    public void Of_HostileNames_AreTextOnOneLineEach()
    {
        var run = SampleRuns.Hostile();

        var lines = CellsJsonLines.Of(run).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // An unpaired surrogate has no place in UTF-8.
        Assert.Equal(
            run.Cells.Select(cell => cell.Cell.Model.Replace('\uD800', '\uFFFD')),
            lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("model").GetString()));
        Assert.All(lines, line => Assert.DoesNotContain("<script>", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_UnderAnotherCulture_GivesTheSameLines()
    {
        var invariant = CellsJsonLines.Of(SampleRuns.Default());

        using (new CultureScope("ru-RU"))
        {
            Assert.Equal(invariant, CellsJsonLines.Of(SampleRuns.Default()));
        }
    }
}
