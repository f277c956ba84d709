using InferBench.Core.Telemetry;

namespace InferBench.Runtime.Telemetry;

/// <summary>A GPU's sensors. One that says that it is not there, or goes away, is not asked again.</summary>
internal sealed class NvmlReader(INvmlDevice device, uint ownProcess, long frequency) : ITelemetryReader
{
    /// <summary>The PCIe counters are averaged over 20 ms, for which the call waits.</summary>
    private const int SamplesPerPcieReading = 10;

    private static readonly (NvmlSensor Sensor, TelemetryQuantity Quantity, double Unit)[] Plain =
    [
        (NvmlSensor.SmClockMhz, TelemetryQuantity.GpuSmClockMhz, 1),
        (NvmlSensor.MemoryClockMhz, TelemetryQuantity.GpuMemoryClockMhz, 1),
        (NvmlSensor.PowerMilliwatts, TelemetryQuantity.GpuPowerWatts, 1e-3),
        (NvmlSensor.TemperatureCelsius, TelemetryQuantity.GpuTemperatureCelsius, 1),
        (NvmlSensor.BusyPercent, TelemetryQuantity.GpuBusyPercent, 1),
        (NvmlSensor.PcieReceivedKilobytesPerSecond, TelemetryQuantity.GpuPcieReceivedBytesPerSecond, 1000),
        (NvmlSensor.PcieSentKilobytesPerSecond, TelemetryQuantity.GpuPcieSentBytesPerSecond, 1000),
    ];

    /// <summary>Bit of <c>nvmlClocksEventReasons</c>, and what it means. Bit 0 is an idle GPU, which is no throttling.</summary>
    private static readonly (ulong Bit, ThrottleReason Reason)[] Reasons =
    [
        (0x2, ThrottleReason.ApplicationClocks),
        (0x4, ThrottleReason.PowerLimit),
        (0x8, ThrottleReason.HardwareSlowdown),
        (0x10, ThrottleReason.SyncBoost),
        (0x20, ThrottleReason.SoftwareThermal),
        (0x40, ThrottleReason.HardwareThermal),
        (0x80, ThrottleReason.PowerBrake),
        (0x100, ThrottleReason.DisplayClocks),
    ];

    private readonly int[] _failed = new int[Enum.GetValues<NvmlSensor>().Length];
    private readonly EnergyCounter _counter = new(1e-3, range: null, frequency);
    private readonly PowerIntegral _integral = new(frequency);
    private readonly GpuProcesses _processes = new(device, ownProcess);
    private bool _integrated;
    private int _samples;

    public IReadOnlyDictionary<TelemetryQuantity, string> Sources
    {
        get
        {
            var sources = Plain.ToDictionary(reading => reading.Quantity, _ => "NVML");
            sources[TelemetryQuantity.GpuEnergyJoules] = _integrated ? "integral of NVML power" : "NVML energy counter";
            foreach (var quantity in GpuProcesses.Quantities)
            {
                sources[quantity] = "NVML processes";
            }

            return sources;
        }
    }

    public IReadOnlyList<MissingReading> Missing
    {
        get
        {
            var missing = new List<MissingReading>(_processes.Missing);
            foreach (var (sensor, quantity, _) in Plain)
            {
                if (_failed[(int)sensor] is not NvmlStatus.Success and var status)
                {
                    missing.Add(new MissingReading([quantity], $"{Name(sensor)}: {NvmlStatus.Describe(status)}"));
                }
            }

            var energy = _failed[(int)NvmlSensor.EnergyMillijoules];
            if ((_integrated ? _integral.Problem : _counter.Problem) is { } problem)
            {
                missing.Add(new MissingReading([TelemetryQuantity.GpuEnergyJoules], problem));
            }
            else if (energy != NvmlStatus.Success && (!_integrated || _failed[(int)NvmlSensor.PowerMilliwatts] != NvmlStatus.Success))
            {
                missing.Add(new MissingReading([TelemetryQuantity.GpuEnergyJoules], $"energy counter: {NvmlStatus.Describe(energy)}"));
            }

            return missing;
        }
    }

    public void Read(long ticks, SampleRow row)
    {
        var power = double.NaN;
        foreach (var (sensor, quantity, unit) in Plain)
        {
            var isPcie = sensor is NvmlSensor.PcieReceivedKilobytesPerSecond or NvmlSensor.PcieSentKilobytesPerSecond;
            if (isPcie && _samples % SamplesPerPcieReading != 0)
            {
                continue;
            }

            if (TryRead(sensor, out var value))
            {
                row[quantity] = value * unit;
                power = quantity == TelemetryQuantity.GpuPowerWatts ? value * unit : power;
            }
        }

        if (TryRead(NvmlSensor.ThrottleReasons, out var bits))
        {
            row.AddThrottle(Translate(bits));
        }

        row[TelemetryQuantity.GpuEnergyJoules] = Energy(ticks, power);
        _processes.Read(row);
        _samples++;
    }

    public void Dispose() => device.Dispose();

    /// <summary>From the counter; from power where a device never had one (before Volta). One that fails midway is not patched up with the other.</summary>
    private double Energy(long ticks, double power)
    {
        if (TryRead(NvmlSensor.EnergyMillijoules, out var millijoules))
        {
            return _counter.Add(ticks, (long)millijoules);
        }

        _integrated |= _samples == 0;
        return !_integrated ? double.NaN : double.IsNaN(power) ? double.NaN : _integral.Add(ticks, power);
    }

    private bool TryRead(NvmlSensor sensor, out ulong value)
    {
        value = 0;
        if (_failed[(int)sensor] == NvmlStatus.Success)
        {
            _failed[(int)sensor] = device.Read(sensor, out value);
        }

        return _failed[(int)sensor] == NvmlStatus.Success;
    }

    private static int Translate(ulong bits)
    {
        var reasons = 0;
        foreach (var (bit, reason) in Reasons)
        {
            reasons |= (bits & bit) != 0 ? 1 << (int)reason : 0;
        }

        return reasons;
    }

    private static string Name(NvmlSensor sensor) => sensor switch
    {
        NvmlSensor.SmClockMhz => "SM clock",
        NvmlSensor.MemoryClockMhz => "memory clock",
        NvmlSensor.PowerMilliwatts => "power",
        NvmlSensor.TemperatureCelsius => "temperature",
        NvmlSensor.BusyPercent => "utilisation",
        NvmlSensor.PcieReceivedKilobytesPerSecond => "PCIe receive",
        NvmlSensor.PcieSentKilobytesPerSecond => "PCIe send",
        _ => throw new ArgumentOutOfRangeException(nameof(sensor), sensor, null),
    };
}
