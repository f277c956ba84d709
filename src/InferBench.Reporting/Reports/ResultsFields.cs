using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Statistics;
using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>The columns of a results table, in order.</summary>
internal static class ResultsFields
{
    public static IReadOnlyList<ResultsField> Of(RunDocument run)
    {
        var speedups = Speedups.From(run);
        var kinds = CellKinds.Of(run);
        return
        [
            Planned("model", cell => SafeText.Shortened(cell.Model, 60)),
            Planned("precision", cell => SafeText.Shortened(cell.Precision, 40)),
            Planned("provider", cell => SafeText.Shortened(cell.Provider, 40)),
            Planned("batch", cell => Figures.Whole(cell.Batch), numeric: true),
            .. Where(kinds.Prompts, Planned("prompt tok", cell => Count(cell.PromptTokens), numeric: true)),
            .. Where(kinds.Decoders, Planned("gen tok", cell => Count(cell.GeneratedTokens), numeric: true)),
            Planned("threads", cell => Figures.Whole(cell.Threads), numeric: true) with { OnlyWhereItVaries = true },
            Planned("scenario", cell => SafeText.Shortened(cell.Scenario, 40)) with { OnlyWhereItVaries = true },
            Planned("launch", cell => Figures.Whole(cell.Launch), numeric: true) with { OnlyWhereItVaries = true },
            .. Where(kinds.OneShots, new ResultsField(new("inputs", Numeric: false, Choice: true), cell => Inputs(cell.Measurement?.OneShot), IsPlanned: true)),
            .. Where(
                kinds.Decoders,
                Figure("TTFT ms", cell => Figures.Milliseconds(cell.Metrics?.TtftNs.Mean.Value)),
                Figure("TPOT ms", cell => Figures.Milliseconds(cell.Metrics?.TpotNs?.Mean.Value)),
                Figure("tok/s/user", cell => Figures.Number(cell.Metrics?.PerUserTokensPerSecond?.Value)),
                Figure("decode tok/s", cell => Figures.Number(cell.Metrics?.DecodeTokensPerSecond?.Value)),
                Figure("output tok/s", cell => Figures.Number(cell.Metrics?.OutputTokensPerSecond.Value))),
            .. Where(
                kinds.OneShots,
                Figure("latency P50 ms", cell => Figures.Milliseconds(cell.Items?.LatencyNs.P50)),
                Figure("latency P90 ms", cell => Figures.Milliseconds(cell.Items?.LatencyNs.P90)),
                Figure("items/s", cell => Figures.Number(cell.Items?.ItemsPerSecond.Value))),
            .. Where(kinds.Lengths, Figure("input tok/s", cell => Figures.Number(cell.Items?.InputTokensPerSecond?.Value))),
            Figure("± 95 %", cell => Figures.HalfWidth(cell.Rate)),
            .. Where(kinds.Decoders, Figure("$/M output tok", cell => Figures.Usd(Cost(cell, run.Price)?.Value))),
            .. Where(kinds.OneShots, Figure("$/M items", cell => Figures.Usd(ItemsCost(cell, run.Price)?.Value))),
            Figure("vs fp32", cell => Figures.Ratio(speedups.Of(cell)?.Value)) with { OnlyWhereItVaries = true },
            Figure("MBU", cell => cell.Efficiency?.DecodeBandwidthUse is { } mbu ? Figures.Percent(mbu.Value) : Figures.Missing) with { OnlyWhereKnown = true },
            Figure("MBU then", cell => cell.Efficiency?.DecodeBandwidthUseMeanwhile is { } mbu ? Figures.Percent(mbu.Value) : Figures.Missing) with { OnlyWhereKnown = true },
            Figure("J/token", cell => Figures.Number(cell.Energy?.JoulesPerToken)) with { OnlyWhereKnown = true },
            Figure("J/item", cell => Figures.Number(cell.Energy?.JoulesPerItem)) with { OnlyWhereKnown = true },
            Figure("perplexity", cell => cell.Quality?.Model.Perplexity is { } perplexity ? QualityPhrases.Perplexity(perplexity.Value) : Figures.Missing) with { OnlyWhereKnown = true },
            Figure("vs reference", cell => cell.Quality?.PerplexityChangePercent is { } change ? QualityPhrases.SignedPercent(change.Value) : Figures.Missing) with { OnlyWhereKnown = true },
            Figure("cosine", cell => cell.Quality?.Outputs is { } outputs ? QualityPhrases.Share(outputs.CosineMean) : Figures.Missing) with { OnlyWhereKnown = true },
            Figure("top-1", cell => cell.Quality?.Top1Agreement is { } top1 ? Figures.Percent(top1.Value) : Figures.Missing) with { OnlyWhereKnown = true },
            Figure("n", cell => Count(cell.Metrics?.Operations ?? cell.Items?.Operations)),
            new(new("validity", Numeric: false, Choice: true), CellReasons.Verdict),
        ];
    }

    /// <summary>Cost of a cell's output; null where it has no figures or generated nothing.</summary>
    public static Estimate? Cost(RunCell cell, HourlyPrice price) =>
        cell.Metrics?.OutputTokensPerSecond is { Value: > 0 and < double.PositiveInfinity } rate
            ? TokenCost.UsdPerMillionOutputTokens(price.UsdPerHour, rate)
            : null;

    /// <summary>Cost of a one-shot cell's items; null where it has no figures.</summary>
    public static Estimate? ItemsCost(RunCell cell, HourlyPrice price) =>
        cell.Items?.ItemsPerSecond is { Value: > 0 and < double.PositiveInfinity } rate ? ItemCost.UsdPerMillionItems(price.UsdPerHour, rate) : null;

    private static string Inputs(OneShotReport? report) => report?.Source switch
    {
        InputSource.TestData => "test data",
        InputSource.MadeUp => "made up",
        _ => Figures.Missing,
    };

    private static string Count(int? value) => value is { } given ? Figures.Whole(given) : Figures.Missing;

    private static ResultsField[] Where(bool shown, params ResultsField[] fields) => shown ? fields : [];

    private static ResultsField Planned(string name, Func<Cell, string> text, bool numeric = false) =>
        new(new(name, numeric, Choice: true), cell => text(cell.Cell), IsPlanned: true);

    private static ResultsField Figure(string name, Func<RunCell, string> text) => new(new(name, Numeric: true), text);
}
