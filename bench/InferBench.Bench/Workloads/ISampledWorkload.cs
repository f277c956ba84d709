namespace InferBench.Bench.Workloads;

/// <summary>A workload whose rows ask for samples of a data set that was made beforehand.</summary>
public interface ISampledWorkload : IWorkload
{
    /// <summary>Says which samples the first rows ask for; the other rows keep theirs. Allocates nothing.</summary>
    /// <param name="samples">Indices into the data set, no more than there are rows.</param>
    public void Ask(ReadOnlySpan<int> samples);
}
