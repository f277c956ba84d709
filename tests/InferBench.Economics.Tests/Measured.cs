using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Validity;

namespace InferBench.Economics.Tests;

/// <summary>Decoder cells with raw samples, made up for a test; their figures are computed as those of a run are.</summary>
internal static class Measured
{
    /// <summary>A cell whose operations have these times, in milliseconds: to the first token, and in all.</summary>
    public static RunCell Cell(int batch, int prompt, int generated, params (double TtftMs, double EndMs)[] operations) =>
        Cell(new Cell("m", "fp32", "cpu", batch, prompt, generated, 2), operations);

    public static RunCell Cell(Cell cell, params (double TtftMs, double EndMs)[] operations)
    {
        var samples = operations.Select(operation => Sample(operation, cell.GeneratedTokens!.Value)).ToList();
        var measurement = new CellMeasurement(samples, new(1, 1, true), StopReason.Budget, [], true, 1, 0, null, null, null, 1);
        return new RunCell(
            $"{cell}", cell, CellStatus.Measured, null, measurement, Core.Metrics.DecoderMetricsCalculator.Compute(cell, samples), new(Verdict.Valid, []));
    }

    private static OperationSample Sample((double TtftMs, double EndMs) operation, int generated) => new(
        0,
        [.. Enumerable.Range(0, generated).Select(token => (long)(1e6 * (generated == 1
            ? operation.TtftMs
            : operation.TtftMs + ((operation.EndMs - operation.TtftMs) * token / (generated - 1)))))]);
}
