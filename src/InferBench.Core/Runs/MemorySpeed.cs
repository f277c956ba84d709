using System.Text.Json.Serialization;

namespace InferBench.Core.Runs;

/// <summary>
/// How fast the machine's memory could be read right before and right after a cell was measured. On a shared host others use the same memory, and
/// what they take of its bandwidth is in no count of processor time: decoding, which reads all weights for each token, gets slower by as much.
/// </summary>
/// <param name="BeforeBytesPerSecond">Fastest of a few passes before the cell's warm-up.</param>
/// <param name="AfterBytesPerSecond">The same after its last operation.</param>
/// <param name="BlockBytes">What a pass reads: more than the caches hold.</param>
/// <param name="Threads">Threads that read, as many as the cell has.</param>
public sealed record MemorySpeed(double BeforeBytesPerSecond, double AfterBytesPerSecond, long BlockBytes, int Threads)
{
    /// <summary>What is taken for the bandwidth meanwhile: the mean of both.</summary>
    [JsonIgnore]
    public double MeanBytesPerSecond => (BeforeBytesPerSecond + AfterBytesPerSecond) / 2;

    /// <summary>Difference of the two as a share of the smaller, 0 or more.</summary>
    [JsonIgnore]
    public double RelativeChange => Math.Abs(AfterBytesPerSecond - BeforeBytesPerSecond) / Math.Min(BeforeBytesPerSecond, AfterBytesPerSecond);
}
