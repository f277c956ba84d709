using System.Runtime.InteropServices;

namespace InferBench.Runtime.Telemetry;

/// <summary><c>nvmlProcessInfo_t</c>: a compute process on the device.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NvmlProcess
{
    /// <summary><c>NVML_VALUE_NOT_AVAILABLE</c>: the driver does not say, as on Windows.</summary>
    public const ulong Unknown = ulong.MaxValue;

    public uint Id;
    public ulong UsedBytes;
    public uint GpuInstance;
    public uint ComputeInstance;
}
