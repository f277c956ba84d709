using System.Text.Json;
using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Tests.Charts;

public sealed class ChartJsonTests
{
    [Fact]
    public void Line_HostileNames_HoldsNothingThatHtmlActsUpon()
    {
        foreach (var chart in CostCharts.From(SampleRuns.Hostile()))
        {
            var line = ChartJson.Line(chart);

            Assert.Equal(-1, line.AsSpan().IndexOfAny('<', '>', '&'));
            using var json = JsonDocument.Parse(line);
            Assert.Equal(chart.Series.Count, json.RootElement.GetProperty("series").GetArrayLength());
        }
    }

    [Fact]
    public void Of_APoint_HasItsValuesItsIntervalAndItsNote()
    {
        var chart = CostCharts.From(SampleRuns.Default())[0];

        using var json = JsonDocument.Parse(ChartJson.Of(chart));
        var point = json.RootElement.GetProperty("series")[1].GetProperty("points")[2];

        Assert.Equal(4, point[0].GetDouble());
        Assert.Equal(chart.Series[1].Points[2].Y, point[1].GetDouble(), 5);
        Assert.Equal(JsonValueKind.Null, point[4].ValueKind);
        Assert.True(point[6].GetBoolean());
        Assert.Equal("batch 4 · n 12 · suspect: CPU time was stolen: 3.2 % of the cell", point[7].GetString());
    }
}
