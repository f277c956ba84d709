using InferBench.Bench.Loads;
using InferBench.Bench.Shards;
using InferBench.Bench.Tests.Fakes;
using InferBench.Core.Errors;
using InferBench.Core.Loads;
using InferBench.Core.Scenarios;
using InferBench.Core.Workers;
using InferBench.Tests;

namespace InferBench.Bench.Tests.Loads;

public sealed class LoadRunnerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<int, FakeWorkload> _workloads = [];

    [Fact]
    public void Run_Server_ServesTheWholeSchedule()
    {
        var settings = Quick(LoadScenario.Server) with { TargetQps = 500 };

        var record = Assert.Single(Run(settings)).Record!;

        var schedule = PoissonArrivals.Schedule(settings.ScheduleSeed, 500, settings.MinDurationMs, settings.MinQueryCount);
        Assert.Equal(schedule.Count, record.Run.LatenciesNs.Count);
        Assert.Equal(schedule[^1], record.Run.FinalQueryScheduledNs);
        Assert.Equal(schedule.Count, record.Batches.Sum(use => use.Queries));
        Assert.Equal([1, 2, 4], record.Batches.Select(use => use.Size));
        Assert.Equal(record.Batches.Sum(use => use.Batches), record.LatenessNs!.Count);
        Assert.All(record.Run.Tokens!.TtftNs!.Zip(record.Run.LatenciesNs), query => Assert.InRange(query.First, 0, query.Second));
        Assert.All(record.Run.Tokens.Counts, count => Assert.Equal(Measured.Tokens, count));
    }

    [Fact]
    public void Run_Server_AsksForTheSamplesOfLoadGensOrder()
    {
        var settings = Quick(LoadScenario.Server) with { TargetQps = 500 };

        var record = Run(settings, sizes: [1])[0].Record!;

        Assert.Equal(SampleOrder.Of(settings).Take(record.Run.LatenciesNs.Count), _workloads[1].Asked.SelectMany(samples => samples));
    }

    [Fact]
    public void Run_ServerTooSlow_EndsEarlyAndIsNotValid()
    {
        var settings = Quick(LoadScenario.Server) with { TargetQps = 20_000, MinDurationMs = 100, TargetLatencyNs = 1_000_000 };

        var record = Run(settings, cost: TimeSpan.FromMilliseconds(20))[0].Record!;

        Assert.True(record.EndedEarly);
        Assert.Equal(40, record.MaxWaiting);
        Assert.False(ScenarioScorer.Score(record.Settings, record.Run).Valid);
    }

    [Fact]
    public void Run_MultiStream_PadsToTheNextSizeAndSaysSo()
    {
        var record = Run(Quick(LoadScenario.MultiStream) with { SamplesPerQuery = 7 })[0].Record!;

        var queries = record.Run.LatenciesNs.Count / 7;
        Assert.Equal([new BatchUse(1, 0, 0), new BatchUse(2, 0, 0), new BatchUse(4, 2 * queries, 7 * queries)], record.Batches);
        Assert.Equal(queries, record.Batches[2].Padded);
        Assert.Null(record.LatenessNs);
    }

    [Fact]
    public void Run_SingleStream_MeetsItsLeastDurationAndExpectsWhatWarmUpShowed()
    {
        var record = Run(Quick(LoadScenario.SingleStream) with { MinDurationMs = 30 }, cost: TimeSpan.FromMilliseconds(2))[0].Record!;

        Assert.True(record.Run.FinalQueryIssuedNs >= 30_000_000);
        Assert.True(record.Settings.ExpectedLatencyNs >= 2_000_000);
        Assert.Equal(record.Run.LatenciesNs.Count, record.Batches[0].Queries);
    }

    [Fact]
    public void Run_OfflineOfUnknownRate_HasSamplesForTheLeastDuration()
    {
        var record = Run(Quick(LoadScenario.Offline) with { MinDurationMs = 50 }, cost: TimeSpan.FromMilliseconds(2))[0].Record!;

        // The fastest warm-up took 2 ms or more for 4 samples; a slower machine only has fewer.
        Assert.InRange(record.Settings.TargetQps, 1, 1.25 * 2_000);
        Assert.Equal(EffectiveSettings.Of(record.Settings).SamplesPerQuery, record.Run.LatenciesNs.Count);
        Assert.Null(record.Run.Tokens!.TtftNs);
    }

    [Fact]
    public void Run_SearchWhereNoQueryCanBeFastEnough_GivesUpAfterTheFirstRate()
    {
        var settings = Quick(LoadScenario.Server) with { TargetQps = 200, TargetLatencyNs = 1 };

        var record = Assert.Single(Run(settings, search: true)).Record!;

        Assert.False(ScenarioScorer.Score(record.Settings, record.Run).Valid);
    }

    [Fact]
    public void Run_ModelCannotBeLoaded_SaysWhyInOneLine()
    {
        var request = Request(Quick(LoadScenario.Server), [1], search: false);

        new LoadRunner(request, _ => throw new BadInputException("model.onnx: is\ndamaged"), new ProgressReporter(TextWriter.Null)).Run();

        Assert.Equal("model.onnx: is damaged", Assert.Single(LoadRows.Read(request.Shard.JournalPath)).Error);
    }

    [Fact]
    public void Run_OperationThrows_SaysWhyAndGivesTheWorkloadsBack()
    {
        var workload = new FakeWorkload(Measured.Tokens) { During = n => _ = n == 9 ? throw new InvalidOperationException("the device is gone") : 0 };
        var request = Request(Quick(LoadScenario.SingleStream), [1], search: false);

        new LoadRunner(request, _ => new FakeSource(_ => workload), new ProgressReporter(TextWriter.Null)).Run();

        Assert.Equal("the device is gone", LoadRows.Read(request.Shard.JournalPath)[^1].Error);
        Assert.True(workload.IsDisposed);
    }

    public void Dispose() => _folder.Dispose();

    private static ScenarioSettings Quick(LoadScenario scenario) =>
        ScenarioSettings.For(scenario) with { MinDurationMs = 20, MinQueryCount = 10, Percentile = 0.5, TargetLatencyNs = 10_000_000_000, DatasetSamples = 5 };

    /// <returns>The rows after that of the session.</returns>
    private IReadOnlyList<LoadRow> Run(ScenarioSettings settings, int[]? sizes = null, TimeSpan cost = default, bool search = false)
    {
        var request = Request(settings, sizes ?? [1, 2, 4], search);
        var source = new FakeSource(cell =>
        {
            // What was asked in warm-up is nothing: the rows keep the samples that they began with.
            var workload = new FakeWorkload(Measured.Tokens) { Cost = _ => cost };
            _workloads.Add(cell.Batch, workload);
            return workload;
        });
        new LoadRunner(request, _ => source, new ProgressReporter(TextWriter.Null)).Run();
        var rows = LoadRows.Read(request.Shard.JournalPath);
        Assert.NotNull(rows[0].Session);
        Assert.All(rows, row => Assert.Null(row.Error));
        return [.. rows.Skip(1)];
    }

    private LoadRequest Request(ScenarioSettings settings, int[] sizes, bool search) => new(
        new ShardRequest("fake fp32 cpu", "fake.onnx", "00", "cpu", 1, 42, null, Measured.Quick, _folder.File("rows.jsonl"), [.. sizes.Select(size => Measured.Cell($"k{size}", size))]),
        settings,
        ExpectedRateKnown: false,
        MaxBatch: sizes[^1],
        MaxWaitNs: 0,
        search);
}
