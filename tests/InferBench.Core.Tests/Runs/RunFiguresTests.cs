using InferBench.Core.Journals;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Statistics;

namespace InferBench.Core.Tests.Runs;

public sealed class RunFiguresTests
{
    [Fact]
    public void Build_AFasterPrecision_HasItsSpeedupWithTheIntervalAndTheSeed()
    {
        var cells = Document([("fp32", 1, 20), ("int4", 1, 10)]).Cells;

        Assert.Null(cells[0].Speedup);
        Assert.Equal(("fp32-1", Bootstrap.Seed, Bootstrap.Resamples), (cells[1].Speedup!.ReferenceKey, cells[1].Speedup!.Seed, cells[1].Speedup!.Resamples));
        Assert.Equal(2, cells[1].Speedup!.Ratio.Value, 1e-6);
        Assert.InRange(cells[1].Speedup!.Ratio.Low!.Value, 1.98, 2);
        Assert.InRange(cells[1].Speedup!.Ratio.High!.Value, 2, 2.02);
    }

    [Fact]
    public void Build_OneLaunch_KnowsNoSpreadFromRunToRun() => Assert.Null(Document([("fp32", 1, 20)]).Repeats);

    [Fact]
    public void Build_ThreeLaunches_TellsTheSpreadFromRunToRunApartFromThatWithin()
    {
        // 8 tokens in 10, 12 and 14 ms: the mean time is 12 ms, s = 2, t(2) = 4.303, half = 4.303 · 2 / √3 = 4.968 ms.
        var document = Document([("fp32", 1, 10), ("fp32", 2, 12), ("fp32", 3, 14)]);

        var repeat = Assert.Single(document.Repeats!);
        Assert.Equal((1, 3), (repeat.Cell.Launch, repeat.Launches));
        Assert.Equal(8 / 0.012, repeat.PerSecond.Value, 0.1);
        Assert.Equal(8 / (0.012 + 0.004968), repeat.PerSecond.Low!.Value, 0.1);
        Assert.Equal(8 / 0.014, repeat.Slowest, 0.1);
        Assert.Equal(8 / 0.010, repeat.Fastest, 0.1);
        Assert.InRange(repeat.WithinHalfWidth!.Value, 1e-6, 0.01);
    }

    [Fact]
    public void ShardKey_OfLaterLaunches_IsAnother()
    {
        var cell = new Cell("m", "fp32", "cpu", 1, 8, 8, 2);

        Assert.Equal(("m fp32 cpu", "m fp32 cpu launch 2", "m fp32 cpu"), (cell.ShardKey, (cell with { Launch = 2 }).ShardKey, (cell with { Launch = 2 }).ModelKey));
        Assert.Equal("abc", CellKey.OfLaunch("abc", 1));
        Assert.NotEqual(CellKey.OfLaunch("abc", 2), CellKey.OfLaunch("abc", 3));
    }

    /// <summary>A cell for each, of 8 tokens in as many milliseconds, give or take some microseconds.</summary>
    private static RunDocument Document(IReadOnlyList<(string Precision, int Launch, int Milliseconds)> cells)
    {
        var start = Fabricated.Start();
        var planned = cells.Select(cell => new PlannedCell($"{cell.Precision}-{cell.Launch}", new Cell("m", cell.Precision, "cpu", 1, 8, 8, 2, Launch: cell.Launch)));
        return RunDocumentBuilder.Build(
        [
            start with { Header = start.Header with { Cells = [.. planned] } },
            .. cells.Select(cell => Measured($"{cell.Precision}-{cell.Launch}", cell.Milliseconds * 1_000_000L)),
        ]);
    }

    private static CellMeasuredRow Measured(string key, long ns)
    {
        var row = Fabricated.Measured(key);
        var samples = Enumerable.Range(0, 8).Select(i => new OperationSample(i * ns, [.. Enumerable.Range(1, 8).Select(token => (ns * token / 8) + ((i - 3) * 1000) - (i > 3 ? 1000 : 0))]));
        return row with { Measurement = row.Measurement with { Samples = [.. samples] } };
    }
}
