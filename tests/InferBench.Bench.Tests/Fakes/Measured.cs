using InferBench.Bench.Cells;
using InferBench.Bench.Shards;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Runtime.Ceilings;

namespace InferBench.Bench.Tests.Fakes;

/// <summary>Measures a made-up workload as a worker would.</summary>
internal static class Measured
{
    public const int Tokens = 4;

    public static readonly MeasureSettings Quick = new()
    {
        TargetInterval = 0.0001,
        SecondsPerCell = 0.1,
        MinOperations = 3,
        MaxOperations = 10,
        MinWarmup = 2,
        MaxWarmupSeconds = 0.05,
    };

    public static PlannedCell Cell(string key, int batch = 1) => new(key, new Cell("fake", "fp32", "cpu", batch, 8, Tokens, 1));

    public static CellMeasurement Run(FakeWorkload workload, MeasureSettings settings, MemoryGauge? memory = null) =>
        new CellRunner(new FakeSource(_ => workload), settings, new ProgressReporter(TextWriter.Null), memory).Measure(Cell("k"));
}
