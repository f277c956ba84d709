using System.Diagnostics;
using System.Text.Json;
using InferBench.Core.Json;
using InferBench.Core.Workers;

namespace InferBench.Bench.Shards;

/// <summary>Tells the supervisor where the worker is: one JSON line on standard output, at most four a second.</summary>
internal sealed class ProgressReporter(TextWriter output)
{
    private static readonly long Interval = Stopwatch.Frequency / 4;
    private long _last = -Interval;
    private (string? Cell, WorkerPhase Phase) _where;

    public void Report(WorkerProgress progress)
    {
        var now = Stopwatch.GetTimestamp();
        if (_where == (progress.Cell, progress.Phase) && now - _last < Interval)
        {
            return;
        }

        (_last, _where) = (now, (progress.Cell, progress.Phase));
        output.WriteLine(JsonSerializer.Serialize(progress, CoreJson.Default.WorkerProgress));
        output.Flush();
    }
}
