using InferBench.Core.Telemetry;

namespace InferBench.Runtime.Telemetry;

/// <summary>Whose memory and whose kernels are on the device: this process's and those of others.</summary>
internal sealed class GpuProcesses(INvmlDevice device, uint ownProcess)
{
    private const int Most = 256;

    private static readonly TelemetryQuantity[] Memory = [TelemetryQuantity.GpuMemoryOwnBytes, TelemetryQuantity.GpuMemoryOthersBytes];

    private readonly NvmlProcess[] _processes = new NvmlProcess[Most];
    private readonly NvmlProcessUse[] _uses = new NvmlProcessUse[Most];
    private ulong _lastUse;
    private string? _memoryProblem;
    private string? _useProblem;

    public static IReadOnlyList<TelemetryQuantity> Quantities { get; } = [.. Memory, TelemetryQuantity.GpuOthersBusyPercent];

    public IReadOnlyList<MissingReading> Missing =>
    [
        .. _memoryProblem is { } memory ? [new MissingReading(Memory, memory)] : (MissingReading[])[],
        .. _useProblem is { } use ? [new MissingReading([TelemetryQuantity.GpuOthersBusyPercent], use)] : (MissingReading[])[],
    ];

    public void Read(SampleRow row)
    {
        if (_memoryProblem is null)
        {
            ReadMemory(row);
        }

        // Without knowing its own name here, it would take its own kernels for another's.
        if (_useProblem is null && (_useProblem = _memoryProblem) is null)
        {
            ReadUse(row);
        }
    }

    private void ReadMemory(SampleRow row)
    {
        var status = device.Processes(_processes, out var count);
        if (status is not NvmlStatus.Success)
        {
            _memoryProblem = $"processes on the GPU: {NvmlStatus.Describe(status)}";
            return;
        }

        ulong own = 0, others = 0;
        var found = false;
        foreach (ref readonly var process in _processes.AsSpan(0, count))
        {
            if (process.UsedBytes == NvmlProcess.Unknown)
            {
                _memoryProblem = "memory of processes: the driver does not say which process holds how much";
                return;
            }

            found |= process.Id == ownProcess;
            own += process.Id == ownProcess ? process.UsedBytes : 0;
            others += process.Id == ownProcess ? 0 : process.UsedBytes;
        }

        if (!found)
        {
            // In a container the driver may count processes by the host's numbers, or show none.
            _memoryProblem = "memory of processes: the driver does not list this process by the number that it has here (a container?)";
            return;
        }

        row[TelemetryQuantity.GpuMemoryOwnBytes] = own;
        row[TelemetryQuantity.GpuMemoryOthersBytes] = others;
    }

    private void ReadUse(SampleRow row)
    {
        var status = device.ProcessUse(_uses, _lastUse, out var count);
        if (status is not (NvmlStatus.Success or NvmlStatus.NotFound))
        {
            _useProblem = $"utilisation by process: {NvmlStatus.Describe(status)}";
            return;
        }

        // One sample for each process, the newest; "not found" is a device that nobody used since.
        double others = 0;
        var newest = _lastUse;
        foreach (ref readonly var use in _uses.AsSpan(0, count))
        {
            newest = Math.Max(newest, use.TimestampMicroseconds);
            others += use.Id == ownProcess || use.TimestampMicroseconds <= _lastUse ? 0 : use.Sm;
        }

        // The first answer reaches back before the first operation.
        if (_lastUse != 0 || count == 0)
        {
            row[TelemetryQuantity.GpuOthersBusyPercent] = others;
        }

        _lastUse = newest;
    }
}
