using System.Runtime.InteropServices;
using InferBench.Core.Errors;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Buffers;

internal sealed unsafe class HostMemory : ITensorMemory
{
    /// <summary>A cache line, and the widest vector.</summary>
    private const nuint Alignment = 64;

    private readonly List<nint> _blocks = [];

    public OrtMemoryInfo Info => OrtMemoryInfo.DefaultInstance;

    public bool OnHost => true;

    public nint Allocate(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        void* block;
        try
        {
            // One byte at least: an empty tensor still needs an address.
            block = NativeMemory.AlignedAlloc((nuint)Math.Max(bytes, 1), Alignment);
        }
        catch (OutOfMemoryException e)
        {
            throw new BadInputException($"out of memory: {ByteText.Of(bytes)} for one buffer; use a smaller batch or shorter sequences", e);
        }

        _blocks.Add((nint)block);

        // Touches every page, so that the first timed operation does not pay for page faults.
        NativeMemory.Clear(block, (nuint)bytes);
        return (nint)block;
    }

    public void Upload(nint block, nint host, long bytes)
    {
        if (block != host)
        {
            Buffer.MemoryCopy((void*)host, (void*)block, bytes, bytes);
        }
    }

    public void Copy(nint target, nint source, long bytes) => Buffer.MemoryCopy((void*)source, (void*)target, bytes, bytes);

    public void SetColumn(nint block, long pitch, byte value, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            ((byte*)block)[row * pitch] = value;
        }
    }

    public void Wait()
    {
        // The processor has written it already.
    }

    public void Download(nint host, nint block, long rowBytes, long pitch, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            Buffer.MemoryCopy((void*)(block + (nint)(row * pitch)), (void*)(host + (nint)(row * rowBytes)), rowBytes, rowBytes);
        }
    }

    public void Dispose()
    {
        foreach (var block in _blocks)
        {
            NativeMemory.AlignedFree((void*)block);
        }

        _blocks.Clear();
    }
}
