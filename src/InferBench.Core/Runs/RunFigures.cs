using InferBench.Core.Metrics;
using InferBench.Core.Plans;
using InferBench.Core.Statistics;
using InferBench.Core.Validity;

namespace InferBench.Core.Runs;

/// <summary>Everything in a run's document that follows from its raw samples: a pure function, so that it can be computed again anywhere.</summary>
internal static class RunFigures
{
    private const string Reference = "fp32";

    public static RunDocument Computed(RunDocument document)
    {
        var facts = new RunFacts(document.Plan, document.Models, document.Shards, document.Ceilings);
        var cells = document.Cells.Select(cell => Computed(cell, facts)).ToList();
        var references = cells.Where(cell => cell.Cell.Precision == Reference && cell.IsUsable).ToLookup(cell => cell.Cell);
        return document with
        {
            Cells = [.. cells.Select(cell => cell with { Speedup = SpeedupOf(cell, references[cell.Cell with { Precision = Reference }].FirstOrDefault()) })],
            Repeats = Repeats(cells),
        };
    }

    /// <summary>A cell's own figures and judgement; a cell without a measurement stays as it is.</summary>
    private static RunCell Computed(RunCell cell, RunFacts facts)
    {
        if (cell.Measurement is not { Samples.Count: > 0 } measurement)
        {
            return cell;
        }

        var settings = facts.Plan.Measure!;
        var placement = facts.Session(cell.Cell)?.Placement;
        cell = cell with
        {
            Energy = CellEnergyCalculator.Compute(cell.Cell, measurement.Samples, measurement.Telemetry),
            Device = CellDeviceTimeCalculator.Compute(measurement.Samples),
        };
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
            Efficiency = facts.Model(cell.Cell) is { } model ? CellEfficiencyCalculator.Compute(cell.Cell, metrics, model, facts.Ceilings(cell.Cell), measurement.Memory) : null,
        };
    }

    private static Speedup? SpeedupOf(RunCell cell, RunCell? reference)
    {
        if (reference is not { Measurement: { } other } || cell.Cell.Precision == Reference || !cell.IsUsable || cell.Measurement is not { } own)
        {
            return null;
        }

        var ratio = Bootstrap.OfRateRatio(Work(cell.Cell, own), Times(own), Work(reference.Cell, other), Times(other));
        return new Speedup(reference.Key, ratio, Bootstrap.Seed, Bootstrap.Resamples);
    }

    private static double[] Work(Cell cell, CellMeasurement measurement) =>
        [.. measurement.Samples.Select(sample => (double)cell.Batch * (cell.IsOneShot ? 1 : sample.Generated))];

    private static double[] Times(CellMeasurement measurement) => [.. measurement.Samples.Select(sample => (double)sample.EndToEndNs)];

    /// <returns>Null where every cell was measured by one launch only.</returns>
    private static List<RepeatedCell>? Repeats(List<RunCell> cells)
    {
        if (cells.All(cell => cell.Cell.Launch == 1))
        {
            return null;
        }

        return
        [
            .. cells.Where(cell => cell.IsUsable)
                .GroupBy(cell => cell.Cell with { Launch = 1 })
                .Select(launches => Repeated(launches.Key, [.. launches.Select(launch => launch.Rate!)])),
        ];
    }

    private static RepeatedCell Repeated(Cell cell, List<Estimate> rates) => new(
        cell,
        rates.Count,
        Interval.OfMean([.. rates.Select(rate => 1 / rate.Value)]).Inverted(1),
        rates.Min(rate => rate.Value),
        rates.Max(rate => rate.Value),
        rates.Max(rate => rate.RelativeHalfWidth));
}
