using InferBench.Bench.Shards;
using InferBench.Bench.Tests.Fakes;
using InferBench.Bench.Workloads;
using InferBench.Core.Journals;
using InferBench.Core.Plans;
using InferBench.Core.Workers;
using InferBench.Tests;

namespace InferBench.Bench.Tests.Shards;

/// <summary>Runs a shard in this process, with made-up workloads and a clock that moves a second at each look.</summary>
internal sealed class Worker : IDisposable
{
    private readonly TempFolder _folder = new();

    public StringWriter Progress { get; } = new();

    public IReadOnlyList<JournalRow> Run(Func<ShardRequest, IWorkloadSource> load, params PlannedCell[] cells)
    {
        var request = new ShardRequest(
            "fake fp32 cpu", "fake.onnx", "00", "cpu", 1, 42, null, Measured.Quick, _folder.File("journal.jsonl"), cells);
        new ShardRunner(request, load, new ProgressReporter(Progress), new SteppingTime()).Run();
        return JournalReader.Read(request.JournalPath);
    }

    public void Dispose() => _folder.Dispose();

    private sealed class SteppingTime : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now += TimeSpan.FromSeconds(1);
    }
}
