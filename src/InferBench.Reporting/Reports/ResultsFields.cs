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
        return
        [
            Planned("model", cell => SafeText.Shortened(cell.Model, 60)),
            Planned("precision", cell => SafeText.Shortened(cell.Precision, 40)),
            Planned("provider", cell => SafeText.Shortened(cell.Provider, 40)),
            Planned("batch", cell => Figures.Whole(cell.Batch), numeric: true),
            Planned("prompt tok", cell => Figures.Whole(cell.PromptTokens), numeric: true),
            Planned("gen tok", cell => Figures.Whole(cell.GeneratedTokens), numeric: true),
            Planned("threads", cell => Figures.Whole(cell.Threads), numeric: true) with { OnlyWhereItVaries = true },
            Planned("scenario", cell => SafeText.Shortened(cell.Scenario, 40)) with { OnlyWhereItVaries = true },
            Figure("TTFT ms", cell => Figures.Milliseconds(cell.Metrics?.TtftNs.Mean.Value)),
            Figure("TPOT ms", cell => Figures.Milliseconds(cell.Metrics?.TpotNs?.Mean.Value)),
            Figure("tok/s/user", cell => Figures.Number(cell.Metrics?.PerUserTokensPerSecond?.Value)),
            Figure("decode tok/s", cell => Figures.Number(cell.Metrics?.DecodeTokensPerSecond?.Value)),
            Figure("output tok/s", cell => Figures.Number(cell.Metrics?.OutputTokensPerSecond.Value)),
            Figure("± 95 %", cell => Figures.HalfWidth(cell.Metrics?.OutputTokensPerSecond)),
            Figure("$/M output tok", cell => Figures.Usd(Cost(cell, run.Price)?.Value)),
            Figure("vs fp32", cell => Figures.Ratio(speedups.Of(cell))) with { OnlyWhereItVaries = true },
            Figure("perplexity", cell => cell.Quality?.Model.Perplexity is { } perplexity ? QualityPhrases.Perplexity(perplexity.Value) : Figures.Missing) with { OnlyWhereKnown = true },
            Figure("vs reference", cell => cell.Quality?.PerplexityChangePercent is { } change ? QualityPhrases.SignedPercent(change.Value) : Figures.Missing) with { OnlyWhereKnown = true },
            Figure("cosine", cell => cell.Quality?.Outputs is { } outputs ? QualityPhrases.Share(outputs.CosineMean) : Figures.Missing) with { OnlyWhereKnown = true },
            Figure("top-1", cell => cell.Quality?.Top1Agreement is { } top1 ? Figures.Percent(top1.Value) : Figures.Missing) with { OnlyWhereKnown = true },
            Figure("n", cell => cell.Metrics is { } metrics ? Figures.Whole(metrics.Operations) : Figures.Missing),
            new(new("validity", Numeric: false), CellReasons.Verdict),
        ];
    }

    /// <summary>Cost of a cell's output; null where it has no figures or generated nothing.</summary>
    public static Estimate? Cost(RunCell cell, HourlyPrice price) =>
        cell.Metrics?.OutputTokensPerSecond is { Value: > 0 and < double.PositiveInfinity } rate
            ? TokenCost.UsdPerMillionOutputTokens(price.UsdPerHour, rate)
            : null;

    private static ResultsField Planned(string name, Func<Cell, string> text, bool numeric = false) =>
        new(new(name, numeric), cell => text(cell.Cell), IsPlanned: true);

    private static ResultsField Figure(string name, Func<RunCell, string> text) => new(new(name, Numeric: true), text);
}
