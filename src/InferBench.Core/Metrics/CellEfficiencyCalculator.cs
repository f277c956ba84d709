using InferBench.Core.Ceilings;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Statistics;

namespace InferBench.Core.Metrics;

/// <summary>From figures, model and ceilings to MBU and MFU; the definitions are those of <see cref="CellEfficiency"/>.</summary>
public static class CellEfficiencyCalculator
{
    private const double NanosecondsPerSecond = 1e9;
    private const double OperationsPerParameter = 2;

    /// <summary>Ceilings that were measured on another device or with another thread count are no measure of this cell, and are left aside.</summary>
    /// <returns>Null with neither ceilings nor a reading of the memory's speed.</returns>
    public static CellEfficiency? Compute(Cell cell, DecoderMetrics metrics, RunModel model, MachineCeilings? ceilings, MemorySpeed? memory = null)
    {
        if (ceilings?.Provider != ProviderDevice.MeasuredBy(cell.Provider) || (cell.Provider == "cpu" && ceilings.Threads != cell.Threads))
        {
            ceilings = null;
        }

        if (ceilings is null && memory is null)
        {
            return null;
        }

        var bytes = DecodeBytes(cell, model);
        var bandwidth = ceilings?.Bandwidth?.BestPerSecond;
        var operations = model.MultipliedParameters is { } parameters ? OperationsPerParameter * parameters * cell.Batch * cell.PromptTokens : (double?)null;
        var peak = ceilings?.MatMul(cell.Precision)?.BestPerSecond;
        return new CellEfficiency(
            bytes,
            Share(metrics.TpotNs?.Mean, bytes, bandwidth),
            bandwidth,
            operations,
            Share(metrics.TtftNs.Mean, operations, peak),
            peak,
            Share(metrics.TpotNs?.Mean, bytes, memory?.MeanBytesPerSecond));
    }

    /// <summary>Work over time over what could be done in that time; null where one of them is not known, or is no number to divide by.</summary>
    private static Estimate? Share(Estimate? nanoseconds, double? work, double? mostPerSecond) =>
        nanoseconds is { Value: > 0 } && work is { } done && mostPerSecond is { } most && nanoseconds.Inverted(done * NanosecondsPerSecond / most) is var share && double.IsFinite(share.Value)
            ? share
            : null;

    private static double? DecodeBytes(Cell cell, RunModel model) =>
        model.DecodeWeightBytes is { } weights && model.KvBytesPerToken is { } perToken && cell is { PromptTokens: { } prompt, GeneratedTokens: { } generated }
            ? weights + ((double)perToken * cell.Batch * (prompt + (generated / 2.0)))
            : null;
}
