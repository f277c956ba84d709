using InferBench.Core.Ceilings;
using InferBench.Core.Errors;
using InferBench.Core.Journals;
using InferBench.Core.Metrics;
using InferBench.Core.Plans;
using InferBench.Core.Validity;

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
        var scores = Last(rows, ScoredShard);
        var shards = Shards(rows);
        var ceilings = Ceilings(rows);
        var facts = new RunFacts(header.Plan, header.Models, shards, ceilings);
        var cells = header.Cells.Select(planned => WithQuality(BuildCell(planned, facts, ends), scores)).ToList();
        return new RunDocument
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
            Price = header.Price,
            Ceilings = ceilings,
            Models = header.Models,
            Shards = shards,
            Cells = cells,
        };
    }

    /// <summary>Cells that have not ended: what a resumed run still has to do.</summary>
    public static IReadOnlyList<PlannedCell> Remaining(IReadOnlyList<JournalRow> rows)
    {
        var ended = rows.Select(EndedKey).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var header = rows.OfType<RunStartedRow>().FirstOrDefault()?.Header ?? throw new BadInputException("the journal has no run-start row");
        return [.. header.Cells.Where(cell => !ended.Contains(cell.Key))];
    }

    /// <summary>Shards whose model has been scored, or could not be.</summary>
    public static IReadOnlySet<string> Scored(IReadOnlyList<JournalRow> rows) => rows.Select(ScoredShard).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static string? ScoredShard(JournalRow row) => row switch
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

    private static RunCell BuildCell(PlannedCell planned, RunFacts facts, Dictionary<string, JournalRow> ends) =>
        ends.GetValueOrDefault(planned.Key) switch
        {
            CellMeasuredRow row => Measured(planned, row.Measurement, facts),
            CellFailedRow row => new RunCell(planned.Key, planned.Cell, row.Status, row.Error, null, null, null),
            _ => new RunCell(planned.Key, planned.Cell, CellStatus.Pending, null, null, null, null),
        };

    private static RunCell Measured(PlannedCell planned, CellMeasurement measurement, RunFacts facts) =>
        Computed(new RunCell(planned.Key, planned.Cell, CellStatus.Measured, null, measurement, null, null), measurement, facts);

    /// <summary>A cell with its figures and its judgement computed from its samples.</summary>
    /// <param name="cell">The cell; what else it says stays.</param>
    /// <param name="measurement">At least one operation, each with at least one token.</param>
    /// <param name="facts">What else of the run they depend on; its plan has measure settings.</param>
    internal static RunCell Computed(RunCell cell, CellMeasurement measurement, RunFacts facts)
    {
        var settings = facts.Plan.Measure!;
        var placement = facts.Session(cell.Cell)?.Placement;
        cell = cell with { Energy = CellEnergyCalculator.Compute(cell.Cell, measurement.Samples, measurement.Telemetry) };
        if (cell.Cell.IsOneShot)
        {
            var items = ItemMetricsCalculator.Compute(cell.Cell, measurement.Samples);
            return cell with { Items = items, Validity = ValidityJudge.Judge(cell.Cell, measurement, items, settings, placement) };
        }

        var metrics = DecoderMetricsCalculator.Compute(cell.Cell, measurement.Samples);
        return cell with
        {
            Metrics = metrics,
            Validity = ValidityJudge.Judge(cell.Cell, measurement, metrics, settings, placement),
            Efficiency = facts.Model(cell.Cell) is { } model ? CellEfficiencyCalculator.Compute(cell.Cell, metrics, model, facts.Ceilings(cell.Cell)) : null,
        };
    }

    private static RunCell WithQuality(RunCell cell, Dictionary<string, JournalRow> scores) => scores.GetValueOrDefault(cell.Cell.ShardKey) switch
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
