using System.Globalization;
using InferBench.Core.Statistics;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Quality;

/// <summary>A report for a person: one sentence, then a line for each figure. Names come out of files, so they are cleaned.</summary>
internal static class QualityWords
{
    private const double P99 = 0.99;

    /// <summary>Below this a change prints as 0.0 %.</summary>
    private const double NoChangePercent = 0.05;

    /// <summary>The one sentence.</summary>
    public static string Summary(QualityReport report)
    {
        if (report is not { Reference: { } reference, PerplexityChangePercent: { } change, KlMeanNats: { } kl, Top1Agreement: { } top1 })
        {
            return SafeText.Of($"{report.Model.Name} ({report.Model.Precision}) has a perplexity of {Perplexity(report.Model.Perplexity.Value)} on {report.Text.File}");
        }

        var (one, other) = report.Model.Precision == reference.Precision
            ? (report.Model.Name, reference.Name)
            : (report.Model.Precision, reference.Precision);
        var amount = string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(change):#,0.0} %");
        var verdict = Math.Abs(change) < NoChangePercent ? $"{one} keeps the perplexity of {other}"
            : change > 0 ? $"{one} loses {amount} perplexity against {other}"
            : $"{one} gains {amount} perplexity against {other}";
        var sampled = report.Text.SampledFromReferenceSeed is null ? "" : ", on text that the reference itself sampled";
        return SafeText.Of($"{verdict} (KL {Figures.Number(kl)} nats, top-1 {Share(top1.Value, "0.#")}){sampled}");
    }

    /// <summary>A line for each figure.</summary>
    public static IEnumerable<string> Details(QualityReport report)
    {
        yield return Line("perplexity", $"{Perplexities(report.Model.Perplexity)} ({report.Model.Name} {report.Model.Precision})");
        if (report.Reference is { } reference)
        {
            yield return Line("reference", $"{Perplexities(reference.Perplexity)} ({reference.Name} {reference.Precision})");
            yield return Line("change", string.Create(CultureInfo.InvariantCulture, $"{report.PerplexityChangePercent:+#,0.00;-#,0.00;0.00} %"));
            yield return Line("KL divergence", $"mean {Figures.Number(report.KlMeanNats)} nats, P99 {P99Of(report)}");
            yield return Line("top-1 agreement", Agreement(report.Top1Agreement!));
            yield return Line("greedy prefix", $"identical for {report.IdenticalGreedyPrefix} of {report.GreedyTokens} tokens, after a prompt of {report.GreedyPromptTokens}");
        }

        yield return Line("scored", $"{Count(report.Text.TokensScored, "token")} of {Count(report.Text.Documents, "document")}{Cut(report.Text)}");
        yield return Line("text", report.Text.File is { } file
            ? $"{file}, by {report.Text.Tokenizer}"
            : $"sampled by the reference itself at temperature 1 (seed {report.Text.SampledFromReferenceSeed}); on its own text a reference is at its best");
        if (report.Model.Synthetic || report.Reference?.Synthetic == true)
        {
            yield return Line("note", "synthetic weights are random: this says how far the arithmetic moves, not how well a trained model speaks");
        }
    }

    private static string Line(string name, string value) => SafeText.Of($"{name + ':',-17}{value}");

    private static string Perplexities(Estimate perplexity) =>
        perplexity is { Low: { } low, High: { } high }
            ? $"{Perplexity(perplexity.Value)}, 95 % interval {Perplexity(low)} to {Perplexity(high)}"
            : $"{Perplexity(perplexity.Value)}, no 95 % interval (it needs several documents)";

    // Precisions differ by a percent, so three digits are too few.
    private static string Perplexity(double value) => value.ToString(value < 10 ? "F4" : value < 1_000 ? "F2" : "N0", CultureInfo.InvariantCulture);

    private static string P99Of(QualityReport report) => report.KlP99Nats is { } nats
        ? $"{Figures.Number(nats)} nats"
        : string.Create(CultureInfo.InvariantCulture, $"too few positions ({report.Text.TokensScored} of {Percentile.NeededCount(P99)})");

    private static string Agreement(Estimate share) =>
        $"{Share(share.Value, "0.00")}, 95 % interval {Share(share.Low!.Value, "0.00")} to {Share(share.High!.Value, "0.00")}";

    private static string Share(double share, string format) => (100 * share).ToString(format, CultureInfo.InvariantCulture) + " %";

    private static string Cut(QualityText text) =>
        text.DocumentsCut == 0 ? ""
        : text.LongestDocument is { } longest ? string.Create(CultureInfo.InvariantCulture, $", {text.DocumentsCut} of them cut (context {longest})")
        : string.Create(CultureInfo.InvariantCulture, $", {text.DocumentsCut} of them cut");

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {what}{(count == 1 ? "" : "s")}");
}
