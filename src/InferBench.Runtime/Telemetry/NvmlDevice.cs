using System.Runtime.InteropServices;
using System.Text;
using InferBench.Runtime.Libraries;

namespace InferBench.Runtime.Telemetry;

/// <summary>NVML's calls for one device, looked up once. NVML comes with the driver; functions that it lacks answer so.</summary>
internal sealed unsafe class NvmlDevice : INvmlDevice
{
    private const int SmClock = 1;
    private const int MemoryClock = 2;
    private const int GpuTemperature = 0;
    private const int PcieSent = 0;
    private const int PcieReceived = 1;

    private readonly nint _library;
    private readonly nint _device;
    private readonly nint _clock;
    private readonly nint _power;
    private readonly nint _energy;
    private readonly nint _temperature;
    private readonly nint _utilization;
    private readonly nint _pcie;
    private readonly nint _throttle;
    private readonly nint _processes;
    private readonly nint _processUse;

    private NvmlDevice(nint library, nint device)
    {
        (_library, _device) = (library, device);
        _clock = Export(library, "nvmlDeviceGetClockInfo");
        _power = Export(library, "nvmlDeviceGetPowerUsage");
        _energy = Export(library, "nvmlDeviceGetTotalEnergyConsumption");
        _temperature = Export(library, "nvmlDeviceGetTemperature");
        _utilization = Export(library, "nvmlDeviceGetUtilizationRates");
        _pcie = Export(library, "nvmlDeviceGetPcieThroughput");
        _throttle = Export(library, "nvmlDeviceGetCurrentClocksEventReasons") is not 0 and var named ? named : Export(library, "nvmlDeviceGetCurrentClocksThrottleReasons");
        _processes = Export(library, "nvmlDeviceGetComputeRunningProcesses_v3");
        _processUse = Export(library, "nvmlDeviceGetProcessUtilization");
    }

    /// <param name="pciBusId">The device's place, such as <c>0000:65:00.0</c>: NVML and CUDA number devices differently.</param>
    /// <param name="problem">Why there is none, in one line; null where there is one.</param>
    public static NvmlDevice? Open(string pciBusId, out string? problem)
    {
        problem = "no NVML library (libnvidia-ml comes with the NVIDIA driver)";
        if (!NativeLibraries.TryLoad(OperatingSystem.IsWindows() ? "nvml.dll" : "libnvidia-ml.so.1", out var library))
        {
            return null;
        }

        var status = Find(library, pciBusId, out var device, out var initialized);
        if (status == NvmlStatus.Success)
        {
            problem = null;
            return new NvmlDevice(library, device);
        }

        problem = $"NVML: {NvmlStatus.Describe(status)}";
        Close(library, initialized);
        return null;
    }

    public int Read(NvmlSensor sensor, out ulong value) => sensor switch
    {
        NvmlSensor.SmClockMhz => Choice(_clock, SmClock, out value),
        NvmlSensor.MemoryClockMhz => Choice(_clock, MemoryClock, out value),
        NvmlSensor.TemperatureCelsius => Choice(_temperature, GpuTemperature, out value),
        NvmlSensor.PcieReceivedKilobytesPerSecond => Choice(_pcie, PcieReceived, out value),
        NvmlSensor.PcieSentKilobytesPerSecond => Choice(_pcie, PcieSent, out value),
        NvmlSensor.PowerMilliwatts => Plain(_power, out value),
        NvmlSensor.BusyPercent => Busy(out value),
        NvmlSensor.EnergyMillijoules => Wide(_energy, out value),
        NvmlSensor.ThrottleReasons => Wide(_throttle, out value),
        _ => throw new ArgumentOutOfRangeException(nameof(sensor), sensor, null),
    };

    public int Processes(Span<NvmlProcess> processes, out int count)
    {
        count = 0;
        if (_processes == 0)
        {
            return NvmlStatus.FunctionNotFound;
        }

        var room = (uint)processes.Length;
        fixed (NvmlProcess* first = processes)
        {
            var status = ((delegate* unmanaged<nint, uint*, NvmlProcess*, int>)_processes)(_device, &room, first);
            count = (int)Math.Min(room, (uint)processes.Length);
            return status;
        }
    }

    public int ProcessUse(Span<NvmlProcessUse> uses, ulong afterMicroseconds, out int count)
    {
        count = 0;
        if (_processUse == 0)
        {
            return NvmlStatus.FunctionNotFound;
        }

        var room = (uint)uses.Length;
        fixed (NvmlProcessUse* first = uses)
        {
            var status = ((delegate* unmanaged<nint, NvmlProcessUse*, uint*, ulong, int>)_processUse)(_device, first, &room, afterMicroseconds);
            count = status == NvmlStatus.Success ? (int)Math.Min(room, (uint)uses.Length) : 0;
            return status;
        }
    }

    public void Dispose() => Close(_library, initialized: true);

    private static int Find(nint library, string pciBusId, out nint device, out bool initialized)
    {
        (device, initialized) = (0, false);
        var (start, find) = (Export(library, "nvmlInit_v2"), Export(library, "nvmlDeviceGetHandleByPciBusId_v2"));
        if (start == 0 || find == 0)
        {
            return NvmlStatus.FunctionNotFound;
        }

        var status = ((delegate* unmanaged<int>)start)();
        initialized = status == NvmlStatus.Success;
        if (!initialized)
        {
            return status;
        }

        fixed (byte* text = Encoding.ASCII.GetBytes(pciBusId + '\0'))
        {
            nint found = 0;
            status = ((delegate* unmanaged<byte*, nint*, int>)find)(text, &found);
            device = found;
            return status;
        }
    }

    private static void Close(nint library, bool initialized)
    {
        if (initialized && Export(library, "nvmlShutdown") is not 0 and var stop)
        {
            _ = ((delegate* unmanaged<int>)stop)();
        }

        NativeLibrary.Free(library);
    }

    private static nint Export(nint library, string name) => NativeLibrary.TryGetExport(library, name, out var function) ? function : 0;

    private int Choice(nint function, int which, out ulong value)
    {
        uint number = 0;
        var status = function == 0 ? NvmlStatus.FunctionNotFound : ((delegate* unmanaged<nint, int, uint*, int>)function)(_device, which, &number);
        value = number;
        return status;
    }

    private int Plain(nint function, out ulong value)
    {
        uint number = 0;
        var status = function == 0 ? NvmlStatus.FunctionNotFound : ((delegate* unmanaged<nint, uint*, int>)function)(_device, &number);
        value = number;
        return status;
    }

    private int Wide(nint function, out ulong value)
    {
        ulong number = 0;
        var status = function == 0 ? NvmlStatus.FunctionNotFound : ((delegate* unmanaged<nint, ulong*, int>)function)(_device, &number);
        value = number;
        return status;
    }

    /// <summary><c>nvmlUtilization_t</c> is { gpu, memory }, 32 bits each.</summary>
    private int Busy(out ulong value)
    {
        var rates = stackalloc uint[2];
        var status = _utilization == 0 ? NvmlStatus.FunctionNotFound : ((delegate* unmanaged<nint, uint*, int>)_utilization)(_device, rates);
        value = rates[0];
        return status;
    }
}
