namespace InferBench.Core.Loads;

/// <summary>Batch sizes that are made beforehand, as a workload's buffers have a fixed size: a batch is run in the smallest that holds it.</summary>
public static class BatchSizes
{
    /// <summary>1, 2, 4 and so on, and the most itself.</summary>
    /// <param name="most">1 or more.</param>
    public static IReadOnlyList<int> UpTo(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        List<int> sizes = [];
        for (long size = 1; size < most; size *= 2)
        {
            sizes.Add((int)size);
        }

        return [.. sizes, most];
    }
}
