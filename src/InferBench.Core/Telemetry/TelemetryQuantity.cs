namespace InferBench.Core.Telemetry;

/// <summary>What is watched while a cell is measured; the unit stands in the name.</summary>
public enum TelemetryQuantity
{
    /// <summary>Mean over the cores that were asked.</summary>
    CpuFrequencyMhz,

    /// <summary>The system's one-minute load average.</summary>
    CpuLoadAverage,

    /// <summary>Cores used by all other processes.</summary>
    CpuOtherCores,

    /// <summary>Cores taken by the hypervisor for other machines.</summary>
    CpuStolenCores,

    /// <summary>Energy of the processor packages, a running total from the first sample.</summary>
    CpuEnergyJoules,

    /// <summary>Energy of the memory, where the processor counts it beside the package; a running total from the first sample.</summary>
    DramEnergyJoules,

    /// <summary>Device memory held by the worker.</summary>
    GpuMemoryOwnBytes,

    /// <summary>Device memory held by other compute processes.</summary>
    GpuMemoryOthersBytes,

    /// <summary>Clock of the streaming multiprocessors.</summary>
    GpuSmClockMhz,

    GpuMemoryClockMhz,

    GpuPowerWatts,

    /// <summary>Energy of the device, a running total from the first sample.</summary>
    GpuEnergyJoules,

    GpuTemperatureCelsius,

    /// <summary>Share of time in which any kernel ran, as the driver reports it.</summary>
    GpuBusyPercent,

    /// <summary>The same for kernels of other processes.</summary>
    GpuOthersBusyPercent,

    /// <summary>Over PCIe, host to device.</summary>
    GpuPcieReceivedBytesPerSecond,

    /// <summary>Over PCIe, device to host.</summary>
    GpuPcieSentBytesPerSecond,
}
