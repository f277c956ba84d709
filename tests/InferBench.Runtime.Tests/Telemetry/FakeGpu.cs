using InferBench.Runtime.Telemetry;

namespace InferBench.Runtime.Tests.Telemetry;

/// <summary>A GPU whose sensors a test writes; each answers with a status and a value.</summary>
internal sealed class FakeGpu : INvmlDevice
{
    public Dictionary<NvmlSensor, (int Status, ulong Value)> Sensors { get; } = new()
    {
        [NvmlSensor.SmClockMhz] = (0, 1980),
        [NvmlSensor.MemoryClockMhz] = (0, 2619),
        [NvmlSensor.PowerMilliwatts] = (0, 400_000),
        [NvmlSensor.EnergyMillijoules] = (0, 5_000_000),
        [NvmlSensor.TemperatureCelsius] = (0, 55),
        [NvmlSensor.BusyPercent] = (0, 97),
        [NvmlSensor.PcieReceivedKilobytesPerSecond] = (0, 2_000),
        [NvmlSensor.PcieSentKilobytesPerSecond] = (0, 1_000),
        [NvmlSensor.ThrottleReasons] = (0, 0),
    };

    public List<NvmlProcess> Running { get; } = [new() { Id = 42, UsedBytes = 8_000_000_000 }];

    public List<NvmlProcessUse> Uses { get; } = [];

    public int ProcessStatus { get; set; }

    public int UseStatus { get; set; }

    public bool IsDisposed { get; private set; }

    public int Read(NvmlSensor sensor, out ulong value)
    {
        (var status, value) = Sensors[sensor];
        return status;
    }

    public int Processes(Span<NvmlProcess> processes, out int count)
    {
        count = Running.Count;
        Running.CopyTo(processes);
        return ProcessStatus;
    }

    public int ProcessUse(Span<NvmlProcessUse> uses, ulong afterMicroseconds, out int count)
    {
        count = Uses.Count;
        Uses.CopyTo(uses);
        return UseStatus;
    }

    public void Dispose() => IsDisposed = true;
}
