using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Runtime.Devices;

namespace InferBench.Runtime.Ceilings;

/// <summary>
/// Reads memory for a moment before and after each cell of a worker, to see what others leave of its bandwidth. Its block stays for as long as the worker
/// measures: to take and give back 128 MB around each cell cost 0.3 to 0.9 s in a virtual machine, whose host has to find the pages again.
/// </summary>
/// <param name="time">Tells how old a reading is.</param>
public sealed class MemoryGauge(TimeProvider time) : IDisposable
{
    private const long LeastBytes = 128L << 20;
    private const int Passes = 6;

    /// <summary>The reading after one cell serves as the one before the next, if that follows at once.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private (MemoryArrays Arrays, int Threads)? _block;
    private long _peakBefore;
    private bool _tooLarge;
    private (long At, int Threads, double BytesPerSecond)? _latest;

    /// <summary>
    /// A peak of the process's memory without the gauge's block: that was there only since it was first read, so what the process had needed before, loading a
    /// model for one, stays whole.
    /// </summary>
    /// <param name="peakBytes">As the system counts it, now; null where it does not.</param>
    public long? WithoutBlock(long? peakBytes) =>
        _block is { } block && peakBytes is { } peak ? Math.Max(Math.Min(peak, _peakBefore), peak - block.Arrays.Bytes) : peakBytes;

    /// <summary>Bytes per second that so many threads read now; null where there is no memory for it.</summary>
    public double? Before(int threads) =>
        _latest is { } latest && latest.Threads == threads && time.GetElapsedTime(latest.At) < Fresh ? latest.BytesPerSecond : Read(threads);

    /// <param name="before">What <see cref="Before"/> returned for the cell.</param>
    /// <param name="threads">The cell's threads.</param>
    /// <returns>Null where one of the readings could not be had.</returns>
    public MemorySpeed? After(double? before, int threads)
    {
        _latest = Read(threads) is { } now ? (time.GetTimestamp(), threads, now) : null;
        return before is { } first && _latest is { } last ? new MemorySpeed(first, last.BytesPerSecond, _block!.Value.Arrays.Bytes, threads) : null;
    }

    public void Dispose() => _block?.Arrays.Dispose();

    /// <summary>The fastest pass: what else this machine does for a moment only ever slows one.</summary>
    private double? Read(int threads)
    {
        if (Block(threads) is not { } arrays)
        {
            return null;
        }

        arrays.Pass(triad: false);
        return arrays.Bytes / Enumerable.Range(0, Passes).Min(_ => arrays.Pass(triad: false));
    }

    private MemoryArrays? Block(int threads)
    {
        if (_tooLarge || _block?.Threads == threads)
        {
            return _block?.Arrays;
        }

        _peakBefore = WithoutBlock(ProcessMemory.PeakBytes()) ?? 0;
        _block?.Arrays.Dispose();
        _block = null;
        try
        {
            _block = (new MemoryArrays(MemoryBlock.Bytes(LeastBytes), threads), threads);
        }
        catch (BadInputException)
        {
            // Too little memory for a block beside the model: the worker's cells go without a reading, which is null in their documents.
            _tooLarge = true;
        }

        return _block?.Arrays;
    }
}
