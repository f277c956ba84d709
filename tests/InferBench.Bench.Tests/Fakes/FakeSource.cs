using InferBench.Bench.Workloads;
using InferBench.Core.Plans;
using InferBench.Core.Runs;

namespace InferBench.Bench.Tests.Fakes;

/// <summary>A session without a model.</summary>
internal sealed class FakeSource(Func<Cell, IWorkload> create) : IWorkloadSource
{
    public SessionReport Report { get; } = new(
        "cpu", new Dictionary<string, string>(), new Dictionary<string, string>(), 1, "shared", 1, null, "0.0.0", ServerGc: false, TieredPgo: true);

    public string? Objection { get; init; }

    public bool IsDisposed { get; private set; }

    public IWorkload Create(Cell cell) => create(cell);

    public ISampledWorkload CreateSampled(Cell cell, int samples) => (ISampledWorkload)create(cell);

    public void Dispose() => IsDisposed = true;
}
