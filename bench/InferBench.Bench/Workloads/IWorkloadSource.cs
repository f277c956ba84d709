using InferBench.Core.Plans;
using InferBench.Core.Runs;

namespace InferBench.Bench.Workloads;

/// <summary>A loaded session that makes the workload of each of its cells.</summary>
public interface IWorkloadSource : IDisposable
{
    public SessionReport Report { get; }

    /// <summary>Why the model's figures must not be published, in one line; null where it does what it claims.</summary>
    public string? Objection { get; }

    public IWorkload Create(Cell cell);
}
