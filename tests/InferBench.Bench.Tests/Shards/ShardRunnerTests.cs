using InferBench.Bench.Tests.Fakes;
using InferBench.Core.Errors;
using InferBench.Core.Journals;
using InferBench.Core.Runs;

namespace InferBench.Bench.Tests.Shards;

[Collection(BenchmarkDotNetCollection.Name)]
public sealed class ShardRunnerTests
{
    private static readonly FakeSource Sound = new(_ => new FakeWorkload(Measured.Tokens));

    [Fact]
    public void Run_TwoCells_WritesAStartBeforeEachResult()
    {
        using var worker = new Worker();

        var rows = worker.Run(_ => Sound, Measured.Cell("a"), Measured.Cell("b", batch: 2));

        Assert.Equal(
            ["shard fake fp32 cpu", "start a", "measured a", "start b", "measured b"],
            rows.Select(Say));
    }

    [Fact]
    public void Run_Rows_CarryTheClocksTime()
    {
        using var worker = new Worker();

        var rows = worker.Run(_ => Sound, Measured.Cell("a"), Measured.Cell("b"));

        Assert.Equal(rows.Select(row => row.At).Order(), rows.Select(row => row.At));
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.First.At < pair.Second.At));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Run_WorkloadThrows_FailsThatCellWithItsMessageAndMeasuresTheNext(int operation)
    {
        var source = new FakeSource(cell => new FakeWorkload(Measured.Tokens)
        {
            During = n => _ = cell.Batch == 1 && n == operation ? throw new InvalidOperationException("the device\nis gone") : 0,
        });
        using var worker = new Worker();

        var rows = worker.Run(_ => source, Measured.Cell("a"), Measured.Cell("b", batch: 2));

        Assert.Equal(["shard fake fp32 cpu", "start a", "failed a: the device is gone", "start b", "measured b"], rows.Select(Say));
        Assert.Equal(CellStatus.Failed, rows.OfType<CellFailedRow>().Single().Status);
    }

    [Fact]
    public void Run_WorkloadCannotBeMade_FailsThatCellAndMeasuresTheNext()
    {
        var source = new FakeSource(cell => cell.Batch == 1 ? throw new OutOfMemoryException("no room") : new FakeWorkload(Measured.Tokens));
        using var worker = new Worker();

        var rows = worker.Run(_ => source, Measured.Cell("a"), Measured.Cell("b", batch: 2));

        Assert.Equal(["shard fake fp32 cpu", "start a", "failed a: OutOfMemoryException: no room", "start b", "measured b"], rows.Select(Say));
    }

    [Fact]
    public void Run_ModelCannotBeLoaded_FailsEveryCellWithTheSameWords()
    {
        using var worker = new Worker();

        var rows = worker.Run(_ => throw new BadInputException("model.onnx: is damaged"), Measured.Cell("a"), Measured.Cell("b"));

        Assert.Equal(
            ["no shard fake fp32 cpu: model.onnx: is damaged", "failed a: model.onnx: is damaged", "failed b: model.onnx: is damaged"], rows.Select(Say));
    }

    [Fact]
    public void Run_ModelDoesNotDoWhatItClaims_FailsEveryCellAndGivesTheSessionBack()
    {
        var source = new FakeSource(_ => new FakeWorkload(Measured.Tokens)) { Objection = "the cache is not read" };
        using var worker = new Worker();

        var rows = worker.Run(_ => source, Measured.Cell("a"));

        Assert.Equal(["shard fake fp32 cpu", "no shard fake fp32 cpu: the cache is not read", "failed a: the cache is not read"], rows.Select(Say));
        Assert.True(source.IsDisposed);
    }

    [Fact]
    public void Run_CellBegins_IsToldBeforeItsFirstOperation()
    {
        using var worker = new Worker();
        var told = "";
        var source = new FakeSource(_ =>
        {
            told = worker.Progress.ToString();
            return new FakeWorkload(Measured.Tokens);
        });

        worker.Run(_ => source, Measured.Cell("a"));

        Assert.Contains("\"cell\":\"a\",\"phase\":\"warmup\",\"done\":0", told, StringComparison.Ordinal);
    }

    private static string Say(JournalRow row) => row switch
    {
        ShardStartedRow shard => $"shard {shard.Shard}",
        ShardFailedRow shard => $"no shard {shard.Shard}: {shard.Error}",
        CellStartedRow cell => $"start {cell.Key}",
        CellMeasuredRow cell => $"measured {cell.Key}",
        CellFailedRow cell => $"failed {cell.Key}: {cell.Error}",
        _ => row.GetType().Name,
    };
}
