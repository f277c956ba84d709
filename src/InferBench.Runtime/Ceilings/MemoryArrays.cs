using System.Diagnostics;
using System.Runtime.InteropServices;
using InferBench.Core.Errors;
using InferBench.Runtime.Buffers;

namespace InferBench.Runtime.Ceilings;

/// <summary>
/// A block of memory much larger than every cache, and threads of which each has a part of it for itself. The threads wait for one another
/// before and after each pass, and keep the time themselves: the thread that asks may be woken too late to see a pass begin.
/// </summary>
internal sealed unsafe class MemoryArrays : IDisposable
{
    private const nuint Alignment = 4096;

    private readonly float* _block;
    private readonly long _partFloats;
    private readonly Barrier _barrier;
    private readonly (long Began, long Ended)[] _times;
    private readonly List<Thread> _threads = [];
    private bool _triad;
    private bool _ended;

    /// <param name="bytes">Size of the block, rounded down to whole turns of the loops.</param>
    /// <param name="threads">At least 1.</param>
    /// <exception cref="BadInputException">There is not that much memory.</exception>
    public MemoryArrays(long bytes, int threads)
    {
        _partFloats = bytes / sizeof(float) / threads / (3L * MemoryKernel.Step) * (3L * MemoryKernel.Step);
        Bytes = _partFloats * threads * sizeof(float);
        try
        {
            _block = (float*)NativeMemory.AlignedAlloc((nuint)Bytes, Alignment);
        }
        catch (OutOfMemoryException e)
        {
            throw new BadInputException($"out of memory: {ByteText.Of(bytes)} to measure the memory's bandwidth with", e);
        }

        _times = new (long, long)[threads];
        _barrier = new Barrier(threads + 1);
        for (var part = 0; part < threads; part++)
        {
            var number = part;
            var thread = new Thread(() => Work(number)) { IsBackground = true, Name = "ceiling" };
            thread.Start();
            _threads.Add(thread);
        }

        // All parts are filled.
        _barrier.SignalAndWait();
    }

    /// <summary>Bytes that a pass moves: each is read or written once.</summary>
    public long Bytes { get; }

    /// <param name="triad">Read two thirds and write the last, instead of reading all.</param>
    /// <returns>Seconds from the first thread's beginning to the last one's end.</returns>
    public double Pass(bool triad)
    {
        _triad = triad;
        _barrier.SignalAndWait();
        _barrier.SignalAndWait();
        return Stopwatch.GetElapsedTime(_times.Min(time => time.Began), _times.Max(time => time.Ended)).TotalSeconds;
    }

    public void Dispose()
    {
        _ended = true;
        _barrier.SignalAndWait();
        _threads.ForEach(thread => thread.Join());
        _barrier.Dispose();
        NativeMemory.AlignedFree(_block);
    }

    private void Work(int number)
    {
        var mine = _block + (number * _partFloats);
        MemoryKernel.Fill(mine, _partFloats);
        _barrier.SignalAndWait();
        while (true)
        {
            _barrier.SignalAndWait();
            if (_ended)
            {
                return;
            }

            var began = Stopwatch.GetTimestamp();
            if (_triad)
            {
                var third = _partFloats / 3;
                MemoryKernel.Triad(mine, mine + third, mine + (2 * third), third);
            }
            else
            {
                GC.KeepAlive(MemoryKernel.Read(mine, _partFloats));
            }

            _times[number] = (began, Stopwatch.GetTimestamp());
            _barrier.SignalAndWait();
        }
    }
}
