using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Buffers;

/// <summary>
/// Device memory taken from the CUDA runtime itself: ONNX Runtime's allocator wrapper stops at 4 GB, and its data transfer
/// is only there for plugin providers.
/// </summary>
internal sealed class CudaMemory : ITensorMemory
{
    /// <summary>The device that the CUDA provider is given, in CUDA's numbering.</summary>
    public const int DeviceId = 0;

    private readonly CudaRuntime _cuda = CudaRuntime.Load();
    private readonly List<nint> _blocks = [];

    public CudaMemory() => _cuda.SetDevice(DeviceId);

    public OrtMemoryInfo Info { get; } =
        new(OrtMemoryInfo.allocatorCUDA, OrtAllocatorType.DeviceAllocator, DeviceId, OrtMemType.Default);

    public bool OnHost => false;

    public nint Allocate(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        var block = _cuda.Allocate((nuint)Math.Max(bytes, 1));
        _blocks.Add(block);
        _cuda.Clear(block, (nuint)bytes);
        return block;
    }

    public void Upload(nint block, nint host, long bytes) => _cuda.Upload(block, host, (nuint)bytes);

    public void Copy(nint target, nint source, long bytes) => _cuda.Copy(target, source, (nuint)bytes);

    public void SetColumn(nint block, long pitch, byte value, int rows) => _cuda.SetColumn(block, (nuint)pitch, value, (nuint)rows);

    public void Wait() => _cuda.Synchronize();

    public void Download(nint host, nint block, long rowBytes, long pitch, int rows) =>
        _cuda.Download(host, block, (nuint)rowBytes, (nuint)pitch, (nuint)rows);

    public void Dispose()
    {
        foreach (var block in _blocks)
        {
            _cuda.Free(block);
        }

        _blocks.Clear();
        Info.Dispose();
    }
}
