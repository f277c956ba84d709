using System.Globalization;
using InferBench.Core.Metrics;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Validity;

namespace InferBench.Budgets.Reports;

/// <summary>A made-up run of many cells, with the raw samples that real ones have: as large a document as a sweep of weeks would leave.</summary>
internal static class ManyCells
{
    private const int Operations = 8;
    private const int Generated = 16;

    private static readonly string[] Precisions = ["fp32", "fp16", "int8-dyn-chan", "int4-rtn-b32-sym", "int4-hqq-b32-asym"];

    /// <param name="count">Cells; precisions, prompts and batches in turn, models when those are used up.</param>
    public static RunDocument Run(int count)
    {
        List<RunCell> cells = [.. Enumerable.Range(0, count).Select(Cell)];
        return new()
        {
            SchemaVersion = RunDocument.CurrentSchemaVersion,
            RunId = "made-up",
            Tool = new("0.1.0", null, null),
            StartedAt = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero),
            Complete = true,
            Argv = ["run"],
            PlanAsked = new(),
            Plan = Plan.Defaults,
            Environment = new("Linux", "x64", "made-up processor", 2, [], null, null, ".NET", "1.29.0", null, []),
            Price = new(0.10, "made up", null, Assumed: true),
            Models = [.. cells.Select(cell => cell.Cell).DistinctBy(cell => cell.ModelKey).Select(cell => new RunModel(
                cell.Model, cell.Precision, cell.Provider, "model.onnx", new string('a', 64), 440_000_000, 110_000_000, null, "genai", 2048, Synthetic: true))],
            Shards = [],
            Cells = cells,
        };
    }

    private static RunCell Cell(int index)
    {
        var (precision, rest) = (Precisions[index % Precisions.Length], index / Precisions.Length);
        var cell = new Cell(
            string.Create(CultureInfo.InvariantCulture, $"model-{rest / 100}"), precision, "cpu", 1 << (rest % 10), 64 * (1 + (rest / 10 % 10)), Generated, Threads: 2);
        OperationSample[] samples = [.. Enumerable.Range(0, Operations).Select(operation => Sample(index, operation))];
        var verdict = index % 17 == 0 ? new ValidityReport(Verdict.Suspect, ["the 95 % interval of the output rate is ±7.1 %, wider than 5 %"]) : new(Verdict.Valid, []);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"cell-{index}"),
            cell,
            CellStatus.Measured,
            null,
            new(samples, new(2, 1_000_000, true), StopReason.Interval, [1, 2, 3], true, 3, 0, 1_000_000, null, null, 1_000_000_000),
            DecoderMetricsCalculator.Compute(cell, samples),
            verdict);
    }

    private static OperationSample Sample(int index, int operation)
    {
        var step = 5_000_000L + (index * 137 % 3_000_000) + (operation * 40_000);
        return new(operation * 1_000_000_000L, [.. Enumerable.Range(0, Generated).Select(token => (10 * step) + (token * step))]);
    }
}
