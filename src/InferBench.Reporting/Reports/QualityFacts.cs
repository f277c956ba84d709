using InferBench.Core.Quality;
using InferBench.Core.Runs;
using InferBench.Core.Statistics;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>What each model of a run loses, whole, by its name and precision.</summary>
internal static class QualityFacts
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(RunDocument run) =>
    [
        .. run.Cells
            .DistinctBy(cell => cell.Cell.ModelKey, StringComparer.Ordinal)
            .Where(cell => cell.Quality is not null || cell.QualityError is not null)
            .Select(cell => new KeyValuePair<string, string>(SafeText.Shortened(cell.Cell.ModelKey, 120), Words(cell))),
    ];

    private static string Words(RunCell cell)
    {
        if (cell.Quality is not { } quality)
        {
            return $"not scored: {SafeText.Shortened(cell.QualityError!, 400)}";
        }

        IEnumerable<string?> words =
        [
            quality.Model.Perplexity is { } perplexity ? $"perplexity {QualityPhrases.Perplexity(perplexity.Value)}{Interval(perplexity, QualityPhrases.Perplexity)}" : null,
            quality.PerplexityChangePercent is { } change
                ? $"{QualityPhrases.SignedPercent(change.Value)}{Interval(change, QualityPhrases.SignedPercent)} against {SafeText.Shortened(quality.Reference!.Precision, 40)}"
                : null,
            quality.KlMeanNats is { } kl ? $"KL divergence {Figures.Number(kl)} nats in the mean, P99 {Figures.Number(quality.KlP99Nats)}" : null,
            quality.Outputs is { } outputs ? $"cosine {QualityPhrases.Share(outputs.CosineMean)} in the mean, {QualityPhrases.Share(outputs.CosineLeast)} at least" : null,
            quality.Top1Agreement is { } top1 ? $"top-1 agreement {Figures.Percent(top1.Value)}{Interval(top1, Figures.Percent)}" : null,
            quality.IdenticalGreedyPrefix is { } prefix ? $"greedy output identical for {Figures.Whole(prefix)} of {Figures.Whole(quality.GreedyTokens!.Value)} tokens" : null,
            quality.Text?.TokensPerThousandCharacters is { } density ? $"{Figures.Number(density)} tokens per 1,000 characters" : null,
            $"on {QualityPhrases.Basis(quality)}",
        ];
        return string.Join("; ", words.OfType<string>());
    }

    private static string Interval(Estimate estimate, Func<double, string> text) =>
        estimate is { Low: { } low, High: { } high } ? $" (95 % interval {text(low)} to {text(high)})" : "";
}
