using System.Globalization;
using InferBench.Core.Comparison;
using InferBench.Core.Plans;
using InferBench.Core.Statistics;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Comparison;

/// <summary>A comparison in words, the same on the screen and in documents.</summary>
public static class ComparisonWords
{
    private const int LongestName = 60;
    private const int PrecisionPart = 1;

    /// <summary>Who is who, a line for each side: "A: run X, AMD EPYC 7B13, 2 cores, 2026-11-20 09:30:00 UTC".</summary>
    public static IReadOnlyList<string> Sides(RunComparison comparison) =>
        [.. comparison.Pairs.SelectMany(pair => new[] { pair.Base, pair.Other }).DistinctBy(side => side.Letter).Select(side => $"{side.Letter}: {Side(side)}")];

    /// <summary>What was found, in a sentence or two for each pair.</summary>
    public static string Answer(ComparedPair pair)
    {
        var verdicts = pair.Cells.CountBy(cell => cell.Verdict).ToDictionary(count => count.Key, count => count.Value);
        int Count(DifferenceVerdict verdict) => verdicts.GetValueOrDefault(verdict);

        var (worse, better, doubtful) = (Count(DifferenceVerdict.Worse), Count(DifferenceVerdict.Better), Count(DifferenceVerdict.Doubtful));
        var of = $"{Figures.Whole(pair.Cells.Count)} {(pair.Cells.Count == 1 ? "cell" : "cells")}";
        string?[] parts =
        [
            worse > 0 ? $"worse in {Figures.Whole(worse)}" : null,
            better > 0 ? $"better in {Figures.Whole(better)}" : null,
            doubtful > 0 ? $"different in {Figures.Whole(doubtful)} that {(doubtful == 1 ? "is" : "are")} suspect, so measure again" : null,
        ];
        var found = string.Join(", ", parts.OfType<string>());
        var broke = pair.NotCompared.Count(cell => cell.Broke);
        return (found.Length == 0 ? $"{pair.Other.Letter} against {pair.Base.Letter}: no difference found in {of}." : $"{pair.Other.Letter} against {pair.Base.Letter}, of {of}: {found}.")
            + (broke == 0 ? "" : $" {Figures.Whole(broke)} {(broke == 1 ? "cell" : "cells")} that {pair.Base.Letter} measured failed in {pair.Other.Letter}.")
            + Smallest(pair);
    }

    /// <summary>Whether a run that was measured again came out as it was published.</summary>
    public static string Agrees(ComparedPair pair) => pair.Agreement switch
    {
        Agreement.Agrees => "This machine agrees with the published run, as far as these intervals can tell.",
        Agreement.Differs => "This machine does NOT agree with the published run.",
        Agreement.CannotTell => "It cannot be told whether this machine agrees: the cells that differ are suspect. Measure again on a quieter machine.",
        _ => "This is other hardware than the published run's: the ratios say how the two compare, and there is nothing to agree on.",
    };

    /// <summary>How a verdict comes about.</summary>
    public static string Method(RunComparison comparison) =>
        $"A difference is one that is beyond {Figures.Percent(comparison.Threshold)} and significant at {Figures.Percent(comparison.FamilyError)} over all "
        + $"{Figures.Whole(comparison.Tests)} tests together ({comparison.Correction}; rate, TTFT and TPOT of each cell). Ratios are the other side over the base; their 95 % intervals are from run to run.";

    /// <summary>What run-to-run spread was reckoned with, each in a line.</summary>
    public static IReadOnlyList<string> Spreads(ComparedPair pair) =>
    [
        .. pair.Spreads.GroupBy(spread => (spread.Provider, spread.Source)).Select(group =>
            $"Run-to-run standard deviation on {SafeText.Shortened(group.Key.Provider, 40)}: "
            + $"{string.Join(", ", group.GroupBy(spread => Deviation(spread.RelativeDeviation)).Select(same => $"{string.Join(" and ", same.Select(spread => Metric(spread.Metric)))} {same.Key}"))}, "
            + $"from {SafeText.Of(group.Key.Source)}."),
    ];

    /// <summary>What else differs, each in a line.</summary>
    public static IReadOnlyList<string> Differences(ComparedPair pair) =>
    [
        .. pair.Differences.Select(difference =>
            $"{difference.Name}: {pair.Base.Letter} {Value(difference.Base)}, {pair.Other.Letter} {Value(difference.Other)}"),
    ];

    /// <summary>Cells that were not compared, each in a line with its reason.</summary>
    public static IReadOnlyList<string> NotCompared(ComparedPair pair) =>
        [.. pair.NotCompared.Select(cell => $"{cell.Side} {SafeText.Shortened(cell.Cell.ToString(), 120)}: {SafeText.Shortened(cell.Reason, 300)}")];

    /// <summary>Why cells are suspect, a line for each such cell.</summary>
    public static IReadOnlyList<string> Doubts(ComparedPair pair, ComparisonAxis by) =>
        [.. pair.Cells.Where(cell => cell.Doubts.Count > 0).Select(cell => $"{Name(cell, by)}: {SafeText.Shortened(string.Join("; ", cell.Doubts), 400)}")];

    /// <summary>A cell's name: the base's, with what sets the other side apart.</summary>
    public static string Name(CellComparison cell, ComparisonAxis by) => string.Join(' ', Parts(cell, by).OfType<string>());

    /// <summary>Names that say only what the cells differ in.</summary>
    public static IReadOnlyList<string> ShortNames(IReadOnlyList<CellComparison> cells, ComparisonAxis by)
    {
        var all = cells.Select(cell => Parts(cell, by)).ToList();
        var shown = Enumerable.Range(0, all.Count == 0 ? 0 : all[0].Length)
            .Where(part => part == PrecisionPart || all.Select(parts => parts[part]).Distinct(StringComparer.Ordinal).Count() > 1)
            .ToList();
        return [.. all.Select(parts => string.Join(' ', shown.Select(part => parts[part]).OfType<string>()))];
    }

    private static string?[] Parts(CellComparison cell, ComparisonAxis by)
    {
        var (left, right) = (cell.Cell, cell.OtherCell);
        return
        [
            Both(left.Model, right.Model, by == ComparisonAxis.Model),
            Both(left.Precision, right.Precision, by == ComparisonAxis.Precision),
            Both(left.Provider, right.Provider, left.Provider != right.Provider),
            $"b{Figures.Whole(left.Batch)}",
            left.PromptTokens is { } prompt ? $"p{Figures.Whole(prompt)}" : null,
            left.GeneratedTokens is { } generated ? $"g{Figures.Whole(generated)}" : null,
            left.Threads == right.Threads ? $"t{Figures.Whole(left.Threads)}" : $"t{Figures.Whole(left.Threads)} → t{Figures.Whole(right.Threads)}",
            left.Scenario == Cell.ClosedLoop ? null : SafeText.Shortened(left.Scenario, LongestName),
        ];
    }

    private static string Both(string left, string right, bool differ) =>
        differ ? $"{SafeText.Shortened(left, LongestName)} → {SafeText.Shortened(right, LongestName)}" : SafeText.Shortened(left, LongestName);

    /// <summary>The verdict with its figures: "worse: rate -4.8 %, TPOT +5.0 %".</summary>
    public static string Verdict(CellComparison cell)
    {
        if (cell.Verdict == DifferenceVerdict.NoDifference)
        {
            return "no difference found";
        }

        var found = cell.Metrics.Where(metric => metric.Verdict is not (null or DifferenceVerdict.NoDifference)).GroupBy(metric => metric.Verdict!.Value);
        return string.Join("; ", found.Select(group => $"{Word(group.Key)}: {string.Join(", ", group.Select(Change))}"));
    }

    /// <summary>What a cell's cost is the cost of, and its rate the rate of.</summary>
    public static string Unit(Cell cell) => cell.IsOneShot ? "items/s" : "tok/s";

    public static string Metric(ComparedMetric metric) => metric switch
    {
        ComparedMetric.Rate => "rate",
        ComparedMetric.Ttft => "TTFT",
        ComparedMetric.Tpot => "TPOT",
        ComparedMetric.E2e => "E2E",
        ComparedMetric.UsdPerMillion => "$/M",
        _ => "J/unit",
    };

    /// <summary>"0.952 (0.940 to 0.964)"; without the interval where there is none.</summary>
    public static string Ratio(Estimate? ratio) => ratio switch
    {
        null => Figures.Missing,
        { Low: { } low, High: { } high } => $"{Figures.Number(ratio.Value)} ({Figures.Number(low)} to {Figures.Number(high)})",
        _ => Figures.Number(ratio.Value),
    };

    public static string Word(DifferenceVerdict verdict) => verdict switch
    {
        DifferenceVerdict.Worse => "worse",
        DifferenceVerdict.Better => "better",
        DifferenceVerdict.Doubtful => "suspect",
        _ => "no difference found",
    };

    private static string Change(MetricComparison metric) => $"{Metric(metric.Metric)} {QualityPhrases.SignedPercent((metric.Ratio.Value - 1) * 100)}";

    private static string Smallest(ComparedPair pair)
    {
        var rates = pair.Cells.Select(cell => cell.Rate.SmallestDifference).OfType<double>().Order().ToList();
        return rates.Count == 0 ? ""
            : rates[0] == rates[^1] || pair.Cells.Count == 1 ? $" A rate that differs by {Figures.Percent(rates[0])} would have been found about four times in five."
            : $" A rate that differs by {Figures.Percent(rates[0])} in the steadiest cell, and by {Figures.Percent(rates[^1])} in the least steady, would have been found about four times in five.";
    }

    private static string Side(ComparedSide side)
    {
        var cores = $"{SafeText.Shortened(side.Processor ?? "unknown processor", LongestName)}, {Figures.Whole(side.LogicalCores)} {(side.LogicalCores == 1 ? "core" : "cores")}";
        var machine = string.Join(" · ", side.Gpus.Select(gpu => SafeText.Shortened(gpu, LongestName)).Append(cores));
        var part = side.Part is { } name ? $"{SafeText.Shortened(name, LongestName)} of " : "";
        return $"{part}{SafeText.Shortened(side.RunId, 80)}, {machine}, {Figures.Utc(side.StartedAt)}, {Figures.Price(side.UsdPerHour)} per hour{(side.PriceAssumed ? " (assumed)" : "")}";
    }

    private static string Deviation(double fraction) => (fraction * 100).ToString("0.0#", CultureInfo.InvariantCulture) + " %";

    private static string Value(string? value) => value is null ? "unknown" : SafeText.Shortened(value, 160);
}
