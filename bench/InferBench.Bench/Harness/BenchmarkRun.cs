using System.Reflection;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace InferBench.Bench.Harness;

/// <summary>One cell as a BenchmarkDotNet case, built in code: no attributes, no discovery.</summary>
internal static class BenchmarkRun
{
    private static readonly MethodInfo Method = typeof(InferenceBenchmark).GetMethod(nameof(InferenceBenchmark.Run))!;

    /// <summary>Runs the case; the recorder has the counted operations afterwards.</summary>
    /// <param name="recorder">Runs an operation and keeps its timestamps.</param>
    /// <param name="count">Operations, as reserved in the recorder.</param>
    /// <param name="targetInterval">Stop when the 95 % interval is within this fraction of the mean.</param>
    /// <param name="progress">Told after each counted operation how many there are.</param>
    /// <param name="operation">Time that an operation takes; where it is known, short ones share an iteration.</param>
    /// <exception cref="InvalidOperationException">BenchmarkDotNet refused the case, or it failed; the message says why.</exception>
    public static void Execute(
        OperationRecorder recorder, OperationCount count, double targetInterval, Action<int> progress, TimeSpan operation = default)
    {
        var log = new AccumulationLogger();
        var artifacts = Directory.CreateTempSubdirectory("inferbench-bdn-");
        try
        {
            var config = ImmutableConfigBuilder.Create(BenchmarkSettings.Config(log, artifacts.FullName));
            var job = BenchmarkSettings.Job(IterationPlan.Of(count, operation), targetInterval);
            var benchmark = BenchmarkCase.Create(new Descriptor(typeof(InferenceBenchmark), Method), job, new ParameterInstances([]), config);

            InferenceBenchmark.Current = recorder;
            recorder.Counted = progress;
            using var listener = new PhaseListener(recorder);

            // One collection before the cell, none forced within it: a pause between operations would let a device clock down.
            GC.Collect();
            var summaries = BenchmarkRunner.Run([new BenchmarkRunInfo([benchmark], typeof(InferenceBenchmark), config)]);
            Check(recorder, summaries, log);
        }
        finally
        {
            InferenceBenchmark.Current = null;
            (recorder.Measuring, recorder.Counted) = (false, null);
            artifacts.Delete(recursive: true);
        }
    }

    private static void Check(OperationRecorder recorder, Summary[] summaries, AccumulationLogger log)
    {
        if (recorder.Failure is { } failure)
        {
            throw new InvalidOperationException(failure.Message, failure);
        }

        var refused = summaries.SelectMany(summary => summary.ValidationErrors).Where(error => error.IsCritical).Select(error => error.Message).ToList();
        if (refused.Count > 0)
        {
            throw new InvalidOperationException($"BenchmarkDotNet refused the cell: {string.Join("; ", refused)}");
        }

        if (recorder.Count == 0)
        {
            throw new InvalidOperationException($"BenchmarkDotNet counted no operation: {LastLine(log)}");
        }
    }

    private static string LastLine(AccumulationLogger log) =>
        log.GetLog().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "it wrote nothing";
}
