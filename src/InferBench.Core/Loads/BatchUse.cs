namespace InferBench.Core.Loads;

/// <summary>How often a batch size was run.</summary>
/// <param name="Size">Rows of the workload.</param>
/// <param name="Batches">Times that it was run.</param>
/// <param name="Queries">Rows that held a query's sample; the others were padding, whose work is lost.</param>
public sealed record BatchUse(int Size, long Batches, long Queries)
{
    public long Padded => (Size * Batches) - Queries;
}
