using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Runtime.Devices;

namespace InferBench.Runtime.Ceilings;

/// <summary>Reads memory for a moment before and after each cell of a worker, to see what others leave of its bandwidth.</summary>
/// <param name="time">Tells how old a reading is.</param>
public sealed class MemoryGauge(TimeProvider time)
{
    private const long LeastBytes = 128L << 20;
    private const int Passes = 6;

    /// <summary>The reading after one cell serves as the one before the next, if that follows at once.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private (long At, int Threads, double BytesPerSecond)? _latest;

    /// <summary>Bytes per second that so many threads read now; null where there is no memory for it.</summary>
    public double? Before(int threads) =>
        _latest is { } latest && latest.Threads == threads && time.GetElapsedTime(latest.At) < Fresh ? latest.BytesPerSecond : Read(threads);

    /// <param name="before">What <see cref="Before"/> returned for the cell.</param>
    /// <param name="threads">The cell's threads.</param>
    /// <returns>Null where one of the readings could not be had.</returns>
    public MemorySpeed? After(double? before, int threads)
    {
        _latest = Read(threads) is { } now ? (time.GetTimestamp(), threads, now) : null;
        return before is { } first && _latest is { } last ? new MemorySpeed(first, last.BytesPerSecond, MemoryBlock.Bytes(LeastBytes), threads) : null;
    }

    /// <summary>The fastest pass: what else this machine does for a moment only ever slows one. The block is given back, and does not count as the cell's memory.</summary>
    private static double? Read(int threads)
    {
        using var aside = ProcessMemory.SetAside();
        try
        {
            using var arrays = new MemoryArrays(MemoryBlock.Bytes(LeastBytes), threads);
            arrays.Pass(triad: false);
            return arrays.Bytes / Enumerable.Range(0, Passes).Min(_ => arrays.Pass(triad: false));
        }
        catch (BadInputException)
        {
            // Too little memory for a block beside the model: the cell goes without a reading, which is null in its document.
            return null;
        }
    }
}
