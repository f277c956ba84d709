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

    /// <summary>A workload whose rows ask for samples of a data set, for load scenarios.</summary>
    /// <param name="cell">Its batch is the number of rows.</param>
    /// <param name="samples">Samples of the data set, 1 or more; the same number gives the same samples in every batch size.</param>
    public ISampledWorkload CreateSampled(Cell cell, int samples);
}
