using System.Globalization;

namespace InferBench.Runtime.Telemetry;

/// <summary><c>nvmlReturn_t</c>, as far as a person can do something about it.</summary>
internal static class NvmlStatus
{
    public const int Success = 0;
    public const int NotSupported = 3;
    public const int NoPermission = 4;
    public const int NotFound = 6;
    public const int InsufficientSize = 7;
    public const int DriverNotLoaded = 9;
    public const int FunctionNotFound = 13;
    public const int GpuIsLost = 15;
    public const int Unknown = 999;

    public static string Describe(int status) => status switch
    {
        NotSupported => "this GPU does not report it",
        NoPermission => "the driver does not permit it",
        DriverNotLoaded => "the NVIDIA driver is not loaded",
        FunctionNotFound => "this driver is too old to report it",
        GpuIsLost => "the GPU fell off the bus",
        _ => string.Create(CultureInfo.InvariantCulture, $"NVML error {status}"),
    };
}
