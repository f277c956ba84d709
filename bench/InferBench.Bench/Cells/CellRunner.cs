using System.Diagnostics;
using InferBench.Bench.Harness;
using InferBench.Bench.Shards;
using InferBench.Bench.Workloads;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Statistics;
using InferBench.Core.Workers;
using InferBench.Runtime.Ceilings;
using InferBench.Runtime.Devices;
using InferBench.Runtime.Providers;
using InferBench.Runtime.Telemetry;

namespace InferBench.Bench.Cells;

/// <summary>Measures one cell: buffers, warm-up until stable, then BenchmarkDotNet's counted operations.</summary>
/// <param name="source">Makes a cell's workload.</param>
/// <param name="settings">How long and how often.</param>
/// <param name="progress">Told what goes on.</param>
/// <param name="memory">Reads the host's memory before and after; null where nobody asks.</param>
internal sealed class CellRunner(IWorkloadSource source, MeasureSettings settings, ProgressReporter progress, MemoryGauge? memory = null)
{
    public CellMeasurement Measure(PlannedCell planned)
    {
        var began = Stopwatch.GetTimestamp();
        var gauge = planned.Cell.Provider == ExecutionProviders.Cpu ? memory : null;
        var memoryBefore = gauge?.Before(planned.Cell.Threads);
        using var workload = source.Create(planned.Cell);
        var recorder = new OperationRecorder(workload, planned.Cell.GeneratedTokens ?? 1);

        var (warmup, operation) = Warmup.Run(
            recorder.RunOne, settings, (done, seconds) => Report(planned, WorkerPhase.Warmup, done, 0, seconds), TimeProvider.System);
        recorder.CheckOutput();
        var count = BudgetPlanner.Plan(settings, operation);
        recorder.Reserve(count, TimeSpan.FromSeconds(settings.SecondsPerCell!.Value));
        using var telemetry = TelemetrySampler.For(planned.Cell.Provider);
        telemetry.Start();
        var before = ProcessorUse.Now();
        BenchmarkRun.Execute(
            recorder,
            count,
            settings.TargetInterval!.Value,
            done => Report(planned, WorkerPhase.Measure, done, count.Most, operation.TotalSeconds),
            operation);

        var contention = before is null ? null : ProcessorUse.Now()?.Since(before);
        var sensors = telemetry.Stop(recorder.Window.Start, recorder.Window.End);
        var peak = gauge is null ? ProcessMemory.PeakBytes() : gauge.WithoutBlock(ProcessMemory.PeakBytes());
        var memorySpeed = gauge?.After(memoryBefore, planned.Cell.Threads);
        var samples = recorder.Samples();
        var output = workload.OneShot is null ? workload.Output.ToArray() : null;
        return new CellMeasurement(
            samples,
            warmup,
            Stop(samples),
            output,
            recorder.OutputStable,
            output?.Distinct().Count(),
            (double)recorder.AllocatedBytes / samples.Sum(sample => sample.Generated),
            workload.KvCacheBytes,
            peak,
            contention,
            (long)Stopwatch.GetElapsedTime(began).TotalNanoseconds,
            workload.OneShot,
            sensors,
            memorySpeed);
    }

    private StopReason Stop(IReadOnlyList<OperationSample> samples)
    {
        var width = Interval.OfMean([.. samples.Select(sample => (double)sample.EndToEndNs)]).RelativeHalfWidth;
        return width <= settings.TargetInterval ? StopReason.Interval
            : samples.Count >= settings.MaxOperations ? StopReason.Maximum
            : StopReason.Budget;
    }

    private void Report(PlannedCell cell, WorkerPhase phase, int done, int of, double seconds) =>
        progress.Report(new WorkerProgress(cell.Key, phase, done, of, seconds));
}
