using System.Globalization;
using System.Runtime.InteropServices;
using InferBench.Core.Runs;
using InferBench.Runtime.Libraries;

namespace InferBench.Runtime.Devices;

/// <summary>NVIDIA's management library, which comes with the driver. Absent, there are no devices.</summary>
internal sealed unsafe class Nvml
{
    private const int Success = 0;

    /// <summary>NVML_DEVICE_NAME_V2_BUFFER_SIZE, the largest of the text buffers asked for here.</summary>
    private const int TextBytes = 96;

    private readonly nint _library;

    private Nvml(nint library) => _library = library;

    public static IReadOnlyList<GpuDevice> Devices()
    {
        var name = OperatingSystem.IsWindows() ? "nvml.dll" : "libnvidia-ml.so.1";
        if (!NativeLibraries.TryLoad(name, out var library))
        {
            return [];
        }

        try
        {
            return new Nvml(library).Read();
        }
        catch (EntryPointNotFoundException)
        {
            // A driver from before these calls (2013), or a stub.
            return [];
        }
        finally
        {
            NativeLibrary.Free(library);
        }
    }

    private List<GpuDevice> Read()
    {
        if (((delegate* unmanaged<int>)Export("nvmlInit_v2"))() != Success)
        {
            return [];
        }

        try
        {
            uint count;
            if (((delegate* unmanaged<uint*, int>)Export("nvmlDeviceGetCount_v2"))(&count) != Success)
            {
                return [];
            }

            var (driver, cuda) = (Text("nvmlSystemGetDriverVersion"), CudaDriver());
            var devices = new List<GpuDevice>();
            for (uint index = 0; index < count; index++)
            {
                nint device;
                if (((delegate* unmanaged<uint, nint*, int>)Export("nvmlDeviceGetHandleByIndex_v2"))(index, &device) == Success)
                {
                    devices.Add(new GpuDevice((int)index, Name(device) ?? "NVIDIA GPU", driver, cuda, MemoryBytes(device), PowerLimitWatts(device)));
                }
            }

            return devices;
        }
        finally
        {
            _ = ((delegate* unmanaged<int>)Export("nvmlShutdown"))();
        }
    }

    private string? Text(string call)
    {
        var text = stackalloc byte[TextBytes];
        return ((delegate* unmanaged<byte*, uint, int>)Export(call))(text, TextBytes) == Success ? Marshal.PtrToStringUTF8((nint)text) : null;
    }

    private string? Name(nint device)
    {
        var text = stackalloc byte[TextBytes];
        return ((delegate* unmanaged<nint, byte*, uint, int>)Export("nvmlDeviceGetName"))(device, text, TextBytes) == Success
            ? Marshal.PtrToStringUTF8((nint)text)
            : null;
    }

    /// <summary>13000 is CUDA 13.0.</summary>
    private string? CudaDriver()
    {
        int version;
        return ((delegate* unmanaged<int*, int>)Export("nvmlSystemGetCudaDriverVersion_v2"))(&version) == Success
            ? string.Create(CultureInfo.InvariantCulture, $"{version / 1000}.{version % 1000 / 10}")
            : null;
    }

    private long? MemoryBytes(nint device)
    {
        // nvmlMemory_t is { total, free, used }, 64 bits each.
        var memory = stackalloc ulong[3];
        return ((delegate* unmanaged<nint, ulong*, int>)Export("nvmlDeviceGetMemoryInfo"))(device, memory) == Success ? (long)memory[0] : null;
    }

    private double? PowerLimitWatts(nint device)
    {
        uint milliwatts;
        return ((delegate* unmanaged<nint, uint*, int>)Export("nvmlDeviceGetEnforcedPowerLimit"))(device, &milliwatts) == Success
            ? milliwatts / 1000.0
            : null;
    }

    private nint Export(string name) => NativeLibrary.GetExport(_library, name);
}
