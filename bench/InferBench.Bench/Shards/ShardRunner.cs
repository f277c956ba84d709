using InferBench.Bench.Cells;
using InferBench.Bench.Workloads;
using InferBench.Core.Errors;
using InferBench.Core.Journals;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Workers;
using InferBench.Runtime.Ceilings;

namespace InferBench.Bench.Shards;

/// <summary>Loads a shard's session and measures its cells, one journal row before and one after each.</summary>
internal sealed class ShardRunner(ShardRequest request, Func<ShardRequest, IWorkloadSource> load, ProgressReporter progress, TimeProvider time)
{
    public void Run()
    {
        using var journal = new JournalWriter(request.JournalPath);
        progress.Report(new WorkerProgress(null, WorkerPhase.Load, 0, 0, null));
        IWorkloadSource source;
        try
        {
            source = load(request);
        }
        catch (Exception problem)
        {
            FailShard(journal, Words(problem));
            return;
        }

        using (source)
        {
            journal.Append(new ShardStartedRow(Now, request.ShardKey, source.Report));
            if (source.Objection is { } objection)
            {
                FailShard(journal, objection);
                return;
            }

            using var memory = new MemoryGauge(TimeProvider.System);
            var runner = new CellRunner(source, request.Measure, progress, memory);
            foreach (var cell in request.Cells)
            {
                RunCell(journal, runner, cell);
            }
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();

    /// <summary>A failing cell is data: its row says why, and the next cell runs.</summary>
    private void RunCell(JournalWriter journal, CellRunner runner, PlannedCell cell)
    {
        journal.Append(new CellStartedRow(Now, cell.Key));

        // Said before the first operation: a cell that hangs in it is judged by its own patience, not by that of loading.
        progress.Report(new WorkerProgress(cell.Key, WorkerPhase.Warmup, 0, 0, null));
        JournalRow row;
        try
        {
            row = new CellMeasuredRow(Now, cell.Key, runner.Measure(cell));
        }
        catch (Exception problem)
        {
            row = new CellFailedRow(Now, cell.Key, CellStatus.Failed, Words(problem));
        }

        journal.Append(row with { At = Now });
        progress.Report(new WorkerProgress(cell.Key, WorkerPhase.Finished, 0, 0, null));
    }

    private void FailShard(JournalWriter journal, string error)
    {
        journal.Append(new ShardFailedRow(Now, request.ShardKey, error));
        foreach (var cell in request.Cells)
        {
            journal.Append(new CellFailedRow(Now, cell.Key, CellStatus.Failed, error));
        }
    }

    private static string Words(Exception problem)
    {
        var message = problem is BadInputException or InvalidOperationException ? problem.Message : $"{problem.GetType().Name}: {problem.Message}";
        return PersonalPaths.Hide(OneLine.Of(message.Trim()));
    }
}
