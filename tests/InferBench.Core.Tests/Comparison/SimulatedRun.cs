using InferBench.Core.Journals;
using InferBench.Core.Metrics;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Tests.Runs;
using InferBench.Core.Validity;
using InferBench.Core.Verification;

namespace InferBench.Core.Tests.Comparison;

/// <summary>Runs of one plan as a machine with known spread would measure them: twelve cells, each with its own speed.</summary>
/// <param name="launches">Launches of each cell.</param>
/// <param name="runSpread">Standard deviation of a launch's speed; each cell has from half to twice of it.</param>
/// <param name="withinSpread">Standard deviation of an operation within its launch.</param>
internal sealed class SimulatedRun(int launches, double runSpread, double withinSpread)
{
    private const int Operations = 8;
    private const int Generated = 16;

    private static readonly string[] Precisions = ["fp32", "int8-dyn-chan", "int4-rtn-b32-sym"];

    public static IReadOnlyList<Cell> Cells { get; } =
        [.. from precision in Precisions from batch in (int[])[1, 2, 4, 8] select new Cell("llama-15m", precision, "cpu", batch, 64, Generated, 2)];

    /// <summary>A run without the figures that are not compared; the same seed is the same run.</summary>
    public RunDocument Measure(int seed)
    {
        var random = new Random(seed);
        var run = RunDocumentBuilder.Build([Start(Planned())]);
        return run with { Cells = [.. run.Cells.Select(cell => Measured(cell, random))] };
    }

    private RunCell Measured(RunCell cell, Random random)
    {
        var index = Cells.Index().First(one => one.Item == (cell.Cell with { Launch = 1 })).Index;
        var stepNs = (2 + index) * 1e6 * Math.Exp(Normal(random) * runSpread * (0.5 + (index % 4 / 2.0)));
        var measurement = Fabricated.Measured(cell.Key).Measurement with { Samples = [.. Enumerable.Range(0, Operations).Select(i => Operation(random, i, stepNs))] };
        return cell with
        {
            Status = CellStatus.Measured,
            Measurement = measurement,
            Metrics = DecoderMetricsCalculator.Compute(cell.Cell, measurement.Samples),
            Validity = new ValidityReport(Verdict.Valid, []),
        };
    }

    /// <summary>The same run with some cells slower by a factor, their figures computed again and its digest made anew.</summary>
    public static RunDocument Slowed(RunDocument run, double factor, Predicate<Cell> slow) => Document(
    [
        Start([.. run.Cells.Select(cell => new PlannedCell(cell.Key, cell.Cell))]),
        .. run.Cells.Select(cell => Fabricated.Measured(cell.Key) with
        {
            Measurement = cell.Measurement! with
            {
                Samples = slow(cell.Cell) ? [.. cell.Measurement.Samples.Select(sample => sample with { TokenNs = [.. sample.TokenNs.Select(time => (long)(time * factor))] })] : cell.Measurement.Samples,
            },
        }),
    ]);

    private static RunDocument Document(IReadOnlyList<JournalRow> rows) => RunDigest.Sealed(RunDocumentBuilder.Build(rows));

    private static RunStartedRow Start(IReadOnlyList<PlannedCell> planned)
    {
        var start = Fabricated.Start();
        return start with
        {
            Header = start.Header with
            {
                Cells = planned,
                Models = [.. Precisions.Select(precision => new RunModel("llama-15m", precision, "cpu", "model.onnx", $"5ha-{precision}", 60_000_000, 15_000_000, null, null, null, Synthetic: true))],
            },
        };
    }

    private List<PlannedCell> Planned() =>
        [.. from launch in Enumerable.Range(1, launches) from cell in Cells let one = cell with { Launch = launch } select new PlannedCell(one.ToString(), one)];

    private OperationSample Operation(Random random, int index, double stepNs)
    {
        var speed = stepNs * Math.Exp(Normal(random) * withinSpread);
        return new OperationSample(index * 1_000_000_000L, [.. Enumerable.Range(0, Generated).Select(token => (long)(speed * (5 + token)))]);
    }

    /// <summary>Box and Muller.</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
