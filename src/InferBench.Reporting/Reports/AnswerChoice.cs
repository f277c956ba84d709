using InferBench.Core.Quality;
using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>Which configuration is the answer to what was asked.</summary>
internal static class AnswerChoice
{
    /// <returns>The cheapest valid point that keeps the terms; null where none does. What was not scored cannot keep a term of quality.</returns>
    public static CostPoint? Best(IReadOnlyList<CostCurve> curves, AnswerTerms terms)
    {
        var good = terms.PerplexityLossPercent is { } most ? curves.Where(curve => Loss(curve.Quality) <= most) : curves;
        return terms.PerUserTokensPerSecond is { } least ? CostFrontier.CheapestAt(good, least) : CostFrontier.Cheapest(good);
    }

    /// <summary>What is asked, as it follows "a configuration that"; empty where nothing is.</summary>
    public static string Words(AnswerTerms terms) => string.Join(" and ", new[]
    {
        terms.PerUserTokensPerSecond is { } speed ? $"gives each user at least {Figures.Number(speed)} tok/s" : null,
        terms.PerplexityLossPercent is { } loss ? $"was measured to lose at most {Figures.Percent(loss / 100)} perplexity" : null,
    }.OfType<string>());

    // A reference loses nothing against itself.
    private static double? Loss(QualityReport? quality) => quality switch
    {
        { PerplexityChangePercent.Value: var change } => change,
        { Reference: null, Model.Perplexity: not null } => 0,
        _ => null,
    };
}
