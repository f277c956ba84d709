using InferBench.Core.Plans;
using InferBench.Core.Samples;
using InferBench.Core.Telemetry;

namespace InferBench.Core.Metrics;

/// <summary>From an energy counter's readings and the operations' windows to joules; the definitions are those of <see cref="CellEnergy"/>.</summary>
public static class CellEnergyCalculator
{
    /// <summary>
    /// Sensors refresh every 1 ms (RAPL) to 100 ms (NVML), so the windows together must be long enough that an edge of it is small: at most 5 %.
    /// </summary>
    private const long ShortestWindowNs = 2_000_000_000;

    /// <returns>Null where the device's energy was not read over all of the operations, or where they were too short for it.</returns>
    public static CellEnergy? Compute(Cell cell, IReadOnlyList<OperationSample> samples, TelemetryReport? telemetry)
    {
        var quantity = cell.Provider == "cpu" ? TelemetryQuantity.CpuEnergyJoules : TelemetryQuantity.GpuEnergyJoules;
        if (telemetry?.Find(quantity) is not { } series || series.Values.Count != telemetry.TimesNs.Count || samples.Count == 0)
        {
            return null;
        }

        var total = new RunningTotal(telemetry.TimesNs, series.Values);
        double joules = 0;
        long time = 0, generated = 0;
        foreach (var sample in samples)
        {
            if (total.Between(sample.StartNs, sample.StartNs + sample.EndToEndNs) is not { } operation)
            {
                return null;
            }

            joules += operation;
            time += sample.EndToEndNs;
            generated += sample.Generated;
        }

        var items = (double)samples.Count * cell.Batch;
        return time < ShortestWindowNs || !double.IsFinite(joules / items)
            ? null
            : new CellEnergy(series.Source, joules / samples.Count, joules / items, cell.IsOneShot ? null : joules / (generated * cell.Batch), joules / (time / 1e9));
    }
}
