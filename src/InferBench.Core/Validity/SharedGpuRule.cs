using System.Globalization;
using InferBench.Core.Telemetry;

namespace InferBench.Core.Validity;

/// <summary>Another process that computes on the GPU, or that holds memory there and may compute at any moment.</summary>
internal sealed class SharedGpuRule : IValidityRule
{
    /// <summary>A process that has touched CUDA at all holds more than this; a desktop's drawing is not counted as computing.</summary>
    private const double MemoryLimitBytes = 64e6;

    private const double BusyLimitPercent = 2;

    public Finding? Judge(Evidence evidence)
    {
        if (evidence.Cell.Provider == "cpu" || evidence.Measurement.Telemetry is not { } telemetry)
        {
            return null;
        }

        var memory = telemetry.Find(TelemetryQuantity.GpuMemoryOthersBytes)?.Max ?? 0;
        var busy = telemetry.Find(TelemetryQuantity.GpuOthersBusyPercent)?.Mean ?? 0;
        return memory <= MemoryLimitBytes && busy <= BusyLimitPercent
            ? null
            : new Finding(
                Verdict.Suspect,
                string.Create(CultureInfo.InvariantCulture, $"other processes on the GPU: they held {memory / 1e9:0.00} GB of its memory and kept it busy for {busy:0} % of the time"));
    }
}
