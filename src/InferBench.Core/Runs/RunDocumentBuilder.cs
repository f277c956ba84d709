using InferBench.Core.Ceilings;
using InferBench.Core.Errors;
using InferBench.Core.Journals;
using InferBench.Core.Plans;

namespace InferBench.Core.Runs;

/// <summary>From the rows of a journal to the run's document: a pure function, so a document can always be made again.</summary>
public static class RunDocumentBuilder
{
    /// <exception cref="BadInputException">The rows do not begin with a run's header.</exception>
    public static RunDocument Build(IReadOnlyList<JournalRow> rows)
    {
        var started = rows.OfType<RunStartedRow>().FirstOrDefault() ?? throw new BadInputException("the journal has no run-start row");
        var header = started.Header;
        var ends = Last(rows, EndedKey);
        var repriced = rows.OfType<RepricedRow>().LastOrDefault();
        var scores = Last(rows, ScoredModel);
        var cells = header.Cells.Select(planned => WithQuality(BuildCell(planned, ends), scores)).ToList();
        return RunFigures.Computed(new RunDocument
        {
            SchemaVersion = RunDocument.CurrentSchemaVersion,
            RunId = header.RunId,
            Tool = header.Tool,
            StartedAt = started.At,
            EndedAt = rows.OfType<RunEndedRow>().LastOrDefault()?.At,
            Complete = cells.All(cell => cell.Status != CellStatus.Pending),
            Argv = header.Argv,
            PlanAsked = header.PlanAsked,
            Plan = header.Plan,
            Environment = header.Environment,
            Price = repriced?.Price ?? header.Price,
            Repricing = repriced?.Repricing,
            Ceilings = Ceilings(rows),
            Models = header.Models,
            Shards = Shards(rows),
            Cells = cells,
        });
    }

    /// <summary>Cells that have not ended: what a resumed run still has to do.</summary>
    public static IReadOnlyList<PlannedCell> Remaining(IReadOnlyList<JournalRow> rows)
    {
        var ended = rows.Select(EndedKey).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var header = rows.OfType<RunStartedRow>().FirstOrDefault()?.Header ?? throw new BadInputException("the journal has no run-start row");
        return [.. header.Cells.Where(cell => !ended.Contains(cell.Key))];
    }

    /// <summary>Models that have been scored, or could not be.</summary>
    public static IReadOnlySet<string> Scored(IReadOnlyList<JournalRow> rows) => rows.Select(ScoredModel).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static string? ScoredModel(JournalRow row) => row switch
    {
        QualityMeasuredRow measured => measured.Shard,
        QualityFailedRow failed => failed.Shard,
        _ => null,
    };

    private static string? EndedKey(JournalRow row) => row switch
    {
        CellMeasuredRow measured => measured.Key,
        CellFailedRow failed => failed.Key,
        _ => null,
    };

    /// <summary>The last row of each key: a cell that was journaled twice counts as it ended last.</summary>
    private static Dictionary<string, JournalRow> Last(IReadOnlyList<JournalRow> rows, Func<JournalRow, string?> key)
    {
        var last = new Dictionary<string, JournalRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (key(row) is { } known)
            {
                last[known] = row;
            }
        }

        return last;
    }

    /// <summary>Providers whose ceilings have been measured, or could not be.</summary>
    public static IReadOnlySet<string> WithCeilings(IReadOnlyList<JournalRow> rows) => rows
        .Select(row => row switch { CeilingsMeasuredRow measured => measured.Ceilings.Provider, CeilingsFailedRow failed => failed.Provider, _ => null })
        .OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static List<MachineCeilings>? Ceilings(IReadOnlyList<JournalRow> rows) =>
        rows.OfType<CeilingsMeasuredRow>().Select(row => row.Ceilings).ToList() is { Count: > 0 } measured ? measured : null;

    private static RunCell BuildCell(PlannedCell planned, Dictionary<string, JournalRow> ends) =>
        ends.GetValueOrDefault(planned.Key) switch
        {
            CellMeasuredRow row => new RunCell(planned.Key, planned.Cell, CellStatus.Measured, null, row.Measurement, null, null),
            CellFailedRow row => new RunCell(planned.Key, planned.Cell, row.Status, row.Error, null, null, null),
            _ => new RunCell(planned.Key, planned.Cell, CellStatus.Pending, null, null, null, null),
        };

    private static RunCell WithQuality(RunCell cell, Dictionary<string, JournalRow> scores) => scores.GetValueOrDefault(cell.Cell.ModelKey) switch
    {
        QualityMeasuredRow row => cell with { Quality = row.Quality },
        QualityFailedRow row => cell with { QualityError = row.Error },
        _ => cell,
    };

    private static List<RunShard> Shards(IReadOnlyList<JournalRow> rows)
    {
        // A worker that crashed and came back has loaded its shard twice; the last load is the one that counts.
        var shards = new Dictionary<string, RunShard>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            switch (row)
            {
                case ShardStartedRow started:
                    shards[started.Shard] = new RunShard(started.Shard, started.Session, null);
                    break;
                case ShardFailedRow failed:
                    shards[failed.Shard] = new RunShard(failed.Shard, null, failed.Error);
                    break;
                default:
                    break;
            }
        }

        return [.. shards.Values];
    }
}
