using System.Runtime.InteropServices;

namespace InferBench.Runtime.Telemetry;

/// <summary><c>nvmlProcessUtilizationSample_t</c>: how busy a process kept the device, in percent.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NvmlProcessUse
{
    public uint Id;
    public ulong TimestampMicroseconds;
    public uint Sm;
    public uint Memory;
    public uint Encoder;
    public uint Decoder;
}
