namespace InferBench.Runtime.Telemetry;

/// <summary>Readings of one device that NVML gives as one number.</summary>
internal enum NvmlSensor
{
    SmClockMhz,
    MemoryClockMhz,
    PowerMilliwatts,
    EnergyMillijoules,
    TemperatureCelsius,
    BusyPercent,
    PcieReceivedKilobytesPerSecond,
    PcieSentKilobytesPerSecond,

    /// <summary>Bits of <c>nvmlClocksEventReasons</c>.</summary>
    ThrottleReasons,
}
