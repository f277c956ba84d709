using System.Globalization;
using InferBench.Core.Runs;
using InferBench.Core.Telemetry;

namespace InferBench.Economics.Memory;

/// <summary>Memory that goes neither to weights nor to the cache: the runtime itself, its workspaces, what the allocator cannot use.</summary>
/// <param name="Bytes">For each device.</param>
/// <param name="Measured">True where a run measured it; then the activations are in it.</param>
/// <param name="Basis">Where it comes from, in a sentence.</param>
public sealed record RuntimeOverhead(double Bytes, bool Measured, string Basis)
{
    /// <summary>Share of a device's memory that is left alone where nothing was measured.</summary>
    public const double AssumedShare = 0.10;

    /// <summary>What stands in where nothing was measured.</summary>
    public static RuntimeOverhead Assumed(double deviceBytes) => new(
        deviceBytes * AssumedShare,
        Measured: false,
        "assumed, not measured: 10 % of the device, which is what vLLM leaves by default (gpu_memory_utilization 0.9)");

    /// <summary>The largest that a run's cells of a model show: peak memory of the worker less the model's file and the cache that was bound.</summary>
    /// <param name="run">The run.</param>
    /// <param name="model">One of its models.</param>
    /// <returns>Null where no cell says; device memory is preferred over that of the process.</returns>
    public static RuntimeOverhead? MeasuredIn(RunDocument run, RunModel model)
    {
        var cells = run.Cells
            .Where(cell => cell.Cell.ModelKey == model.Key)
            .Select(cell => cell.Measurement)
            .OfType<CellMeasurement>()
            .Where(cell => cell.KvCacheBytes is not null)
            .ToList();
        return Largest(cells, model, OnDevice, "device memory of the worker") ?? (model.Provider == "cpu" ? Largest(cells, model, cell => cell.PeakResidentBytes, "peak resident memory of the worker") : null);
    }

    private static RuntimeOverhead? Largest(List<CellMeasurement> cells, RunModel model, Func<CellMeasurement, double?> peak, string what)
    {
        var left = cells.Select(cell => peak(cell) - model.Bytes - cell.KvCacheBytes!.Value).Where(bytes => bytes is not null).ToList();
        return left.Count == 0 ? null : new(
            Math.Max(0, left.Max()!.Value),
            Measured: true,
            string.Create(CultureInfo.InvariantCulture, $"measured: {what} less weights and cache, the largest of {left.Count} cells; activations are in it"));
    }

    private static double? OnDevice(CellMeasurement cell) => cell.Telemetry?.Find(TelemetryQuantity.GpuMemoryOwnBytes)?.Max;
}
