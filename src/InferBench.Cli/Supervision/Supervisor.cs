using InferBench.Core.Journals;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Workers;

namespace InferBench.Cli.Supervision;

/// <summary>
/// Runs shards one after another, each in a worker process of its own. A worker that dies costs the cell it was in:
/// the cell is journaled as lost, and a new worker takes the rest of the shard.
/// </summary>
internal sealed class Supervisor(RunFolder folder, WorkerProcess worker, IRunProgress progress, TimeProvider time)
{
    private readonly JournalTail _journal = new(folder.Journal);
    private readonly List<JournalRow> _rows = [];
    private Dictionary<string, PlannedCell> _cells = [];

    /// <param name="shards">Shards with all their cells; cells that have ended are skipped.</param>
    /// <param name="modelBytes">Size of a shard's model, for the time that loading may take.</param>
    /// <param name="cancellation">Stops between and within cells; what is measured is kept.</param>
    public async Task RunAsync(IReadOnlyList<ShardRequest> shards, Func<ShardRequest, long> modelBytes, CancellationToken cancellation)
    {
        _rows.AddRange(_journal.ReadNew());
        _cells = shards.SelectMany(shard => shard.Cells).ToDictionary(cell => cell.Key, StringComparer.Ordinal);
        foreach (var shard in shards)
        {
            while (Left(shard) is { Count: > 0 } left)
            {
                cancellation.ThrowIfCancellationRequested();
                await RunWorkerAsync(shard with { Cells = left }, new Patience(shard.Measure, modelBytes(shard)), cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task RunWorkerAsync(ShardRequest shard, Patience patience, CancellationToken cancellation)
    {
        var before = _rows.Count;
        var exit = await worker.RunAsync(shard, moved => Moved(shard, moved), patience.For, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();

        ReadJournal();
        var started = _rows.Skip(before).OfType<CellStartedRow>().LastOrDefault();
        foreach (var lost in Lost(shard, started, exit))
        {
            Append(lost);
        }
    }

    private void Moved(ShardRequest shard, WorkerProgress moved)
    {
        // The journal is read only when it has grown: a busy supervisor would take time from the cell that is being measured.
        if (moved.Phase == WorkerPhase.Finished)
        {
            ReadJournal();
        }

        progress.Moved(shard.ShardKey, moved.Cell is { } key ? _cells.GetValueOrDefault(key) : null, moved);
    }

    /// <summary>
    /// Rows for cells that a dead worker leaves behind: the one it was in, or all of them where it died outside any cell.
    /// A shard that kills its worker while loading would kill the next one too.
    /// </summary>
    private IEnumerable<CellFailedRow> Lost(ShardRequest shard, CellStartedRow? started, WorkerExit exit)
    {
        var left = Left(shard);
        var status = exit.TimedOut ? CellStatus.TimedOut : CellStatus.Crashed;
        if (started is not null && left.Any(cell => cell.Key == started.Key))
        {
            var what = exit.TimedOut ? "no operation finished in time; the worker was killed" : $"the worker was {exit.Describe()}";
            return [new CellFailedRow(time.GetUtcNow(), started.Key, status, what)];
        }

        // Between two cells it did its work so far: the rest gets a new worker. Before its first cell it will not do better next time.
        var whole = exit.TimedOut ? "the model did not load in time; the worker was killed" : $"the worker was {exit.Describe()} before its first cell";
        return started is not null ? [] : left.Select(cell => new CellFailedRow(time.GetUtcNow(), cell.Key, status, whole));
    }

    private List<PlannedCell> Left(ShardRequest shard)
    {
        var open = RunDocumentBuilder.Remaining(_rows).Select(cell => cell.Key).ToHashSet(StringComparer.Ordinal);
        return [.. shard.Cells.Where(cell => open.Contains(cell.Key))];
    }

    private void Append(JournalRow row)
    {
        using (var journal = new JournalWriter(folder.Journal))
        {
            journal.Append(row);
        }

        ReadJournal();
    }

    private void ReadJournal()
    {
        foreach (var row in _journal.ReadNew())
        {
            _rows.Add(row);
            var key = row switch { CellMeasuredRow measured => measured.Key, CellFailedRow failed => failed.Key, _ => null };
            if (key is not null && _cells.TryGetValue(key, out var cell))
            {
                progress.Ended(cell, row);
            }
        }
    }
}
