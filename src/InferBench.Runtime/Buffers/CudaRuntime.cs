using System.Runtime.InteropServices;
using InferBench.Core.Errors;
using InferBench.Runtime.Libraries;
using InferBench.Runtime.Providers;

namespace InferBench.Runtime.Buffers;

/// <summary>The few calls of the CUDA runtime library that bound device tensors need; the CUDA provider links the same library.</summary>
internal sealed unsafe class CudaRuntime
{
    private const int HostToDevice = 1;
    private const int DeviceToHost = 2;
    private const int DeviceToDevice = 3;
    private const int OutOfMemory = 2;

    /// <summary>Room for <c>0000:65:00.0</c> with its end, as NVML and CUDA both give it.</summary>
    private const int BusIdBytes = 32;

    private static readonly Lazy<CudaRuntime> Loaded = new(() => new CudaRuntime());

    private readonly delegate* unmanaged<int, int> _setDevice;
    private readonly delegate* unmanaged<nint*, nuint, int> _malloc;
    private readonly delegate* unmanaged<nint, int> _free;
    private readonly delegate* unmanaged<nint, int, nuint, int> _memset;
    private readonly delegate* unmanaged<nint, nuint, int, nuint, nuint, int> _memset2D;
    private readonly delegate* unmanaged<nint, nint, nuint, int, int> _memcpy;
    private readonly delegate* unmanaged<nint, nuint, nint, nuint, nuint, nuint, int, int> _memcpy2D;
    private readonly delegate* unmanaged<nint, int> _streamSynchronize;
    private readonly delegate* unmanaged<int, byte*> _errorString;
    private readonly delegate* unmanaged<byte*, int, int, int> _pciBusId;

    private CudaRuntime()
    {
        var name = OperatingSystem.IsWindows() ? "cudart64_13.dll" : "libcudart.so.13";
        if (!NativeLibraries.TryLoad(name, out var library))
        {
            throw new ProviderUnavailableException($"provider cuda: {name} cannot be loaded; {CudaLibraries.Mend(name)}");
        }

        _setDevice = (delegate* unmanaged<int, int>)NativeLibrary.GetExport(library, "cudaSetDevice");
        _malloc = (delegate* unmanaged<nint*, nuint, int>)NativeLibrary.GetExport(library, "cudaMalloc");
        _free = (delegate* unmanaged<nint, int>)NativeLibrary.GetExport(library, "cudaFree");
        _memset = (delegate* unmanaged<nint, int, nuint, int>)NativeLibrary.GetExport(library, "cudaMemset");
        _memset2D = (delegate* unmanaged<nint, nuint, int, nuint, nuint, int>)NativeLibrary.GetExport(library, "cudaMemset2D");
        _memcpy = (delegate* unmanaged<nint, nint, nuint, int, int>)NativeLibrary.GetExport(library, "cudaMemcpy");
        _memcpy2D = (delegate* unmanaged<nint, nuint, nint, nuint, nuint, nuint, int, int>)NativeLibrary.GetExport(library, "cudaMemcpy2D");
        _streamSynchronize = (delegate* unmanaged<nint, int>)NativeLibrary.GetExport(library, "cudaStreamSynchronize");
        _errorString = (delegate* unmanaged<int, byte*>)NativeLibrary.GetExport(library, "cudaGetErrorString");
        _pciBusId = (delegate* unmanaged<byte*, int, int, int>)NativeLibrary.GetExport(library, "cudaDeviceGetPCIBusId");
    }

    public static CudaRuntime Load() => Loaded.Value;

    public void SetDevice(int device) => Check(_setDevice(device), "cudaSetDevice");

    /// <summary>Where a device sits, such as <c>0000:65:00.0</c>: the one name that CUDA and the driver's own library share.</summary>
    public string PciBusId(int device)
    {
        var text = stackalloc byte[BusIdBytes];
        Check(_pciBusId(text, BusIdBytes, device), "cudaDeviceGetPCIBusId");
        return Marshal.PtrToStringUTF8((nint)text)!;
    }

    public nint Allocate(nuint bytes)
    {
        nint block;
        var status = _malloc(&block, bytes);
        if (status == OutOfMemory)
        {
            throw new BadInputException($"out of GPU memory: {ByteText.Of((long)bytes)} for one buffer; use a smaller batch or shorter sequences");
        }

        Check(status, "cudaMalloc");
        return block;
    }

    public void Free(nint block) => _ = _free(block);

    public void Clear(nint block, nuint bytes)
    {
        Check(_memset(block, 0, bytes), "cudaMemset");
        Synchronize();
    }

    public void Upload(nint block, nint host, nuint bytes)
    {
        Check(_memcpy(block, host, bytes, HostToDevice), "cudaMemcpy");

        // From pageable memory the call returns once the bytes are staged, and ONNX Runtime's stream does not wait for the default one.
        Synchronize();
    }

    /// <summary>From one block to another. The host does not wait for it; see <see cref="Synchronize"/>.</summary>
    public void Copy(nint target, nint source, nuint bytes) => Check(_memcpy(target, source, bytes, DeviceToDevice), "cudaMemcpy");

    /// <summary>One byte in each row. The host does not wait for it; see <see cref="Synchronize"/>.</summary>
    public void SetColumn(nint block, nuint pitch, byte value, nuint rows) => Check(_memset2D(block, pitch, value, 1, rows), "cudaMemset2D");

    public void Download(nint host, nint block, nuint rowBytes, nuint pitch, nuint rows) =>
        Check(_memcpy2D(host, rowBytes, block, pitch, rowBytes, rows, DeviceToHost), "cudaMemcpy2D");

    /// <summary>Waits for the default stream. ONNX Runtime's stream does not wait for it.</summary>
    public void Synchronize() => Check(_streamSynchronize(0), "cudaStreamSynchronize");

    private void Check(int status, string call)
    {
        if (status != 0)
        {
            throw new InvalidOperationException($"{call} failed with CUDA error {status}: {Marshal.PtrToStringUTF8((nint)_errorString(status))}");
        }
    }
}
