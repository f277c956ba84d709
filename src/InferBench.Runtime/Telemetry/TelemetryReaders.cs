using InferBench.Core.Telemetry;
using InferBench.Runtime.Buffers;
using InferBench.Runtime.Providers;

namespace InferBench.Runtime.Telemetry;

/// <summary>Which sources there are for a provider on this system.</summary>
internal static class TelemetryReaders
{
    private static readonly IReadOnlyList<TelemetryQuantity> OfProcessor = [.. Enum.GetValues<TelemetryQuantity>().Where(quantity => quantity < TelemetryQuantity.GpuMemoryOwnBytes)];

    private static readonly IReadOnlyList<TelemetryQuantity> OfGpu = [.. Enum.GetValues<TelemetryQuantity>().Except(OfProcessor)];

    public static IReadOnlyList<ITelemetryReader> For(string provider, long frequency) =>
        ExecutionProviders.OnDevice(provider) ? [.. Processor(frequency), Gpu(frequency)] : Processor(frequency);

    private static IReadOnlyList<ITelemetryReader> Processor(long frequency) => OperatingSystem.IsLinux()
        ? [new ProcessorTimeReader(SystemRoots.Real, frequency), new ProcessorStateReader(SystemRoots.Real), new RaplReader(SystemRoots.Real, frequency)]
        : [new AbsentReader(OfProcessor, "the processor's counters are read on Linux only")];

    private static ITelemetryReader Gpu(long frequency)
    {
        string? problem;
        try
        {
            if (NvmlDevice.Open(CudaRuntime.Load().PciBusId(CudaMemory.DeviceId), out problem) is { } device)
            {
                return new NvmlReader(device, (uint)Environment.ProcessId, frequency);
            }
        }
        catch (Exception e) when (ProviderFailure.Is(e) || e is ProviderUnavailableException or InvalidOperationException)
        {
            problem = e.Message;
        }

        return new AbsentReader(OfGpu, problem ?? "the GPU's sensors cannot be read");
    }
}
