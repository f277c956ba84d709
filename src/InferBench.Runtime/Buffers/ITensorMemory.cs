using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Buffers;

/// <summary>Memory in which bound tensors live, and the way between it and the host. Blocks are freed together, on disposal.</summary>
internal interface ITensorMemory : IDisposable
{
    public OrtMemoryInfo Info { get; }

    /// <summary>True where the host reads and writes a block through its own address.</summary>
    public bool OnHost { get; }

    /// <summary>A zeroed block, aligned to 64 bytes or better, valid until disposal.</summary>
    public nint Allocate(long bytes);

    /// <summary>Copies host bytes into a block and returns when the device can read them.</summary>
    public void Upload(nint block, nint host, long bytes);

    /// <summary>Copies between blocks of this memory. The next run may read it after <see cref="Wait"/>.</summary>
    public void Copy(nint target, nint source, long bytes);

    /// <summary>Sets one byte in each of some rows that lie <paramref name="pitch"/> bytes apart. The next run may read it after <see cref="Wait"/>.</summary>
    public void SetColumn(nint block, long pitch, byte value, int rows);

    /// <summary>Returns when what <see cref="Copy"/> and <see cref="SetColumn"/> wrote is there.</summary>
    public void Wait();

    /// <summary>Copies rows that lie <paramref name="pitch"/> bytes apart in a block to the host, where they lie side by side.</summary>
    public void Download(nint host, nint block, long rowBytes, long pitch, int rows);
}
