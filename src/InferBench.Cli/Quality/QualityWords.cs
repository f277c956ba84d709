using System.Globalization;
using InferBench.Core.Quality;
using InferBench.Core.Statistics;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Quality;

/// <summary>A report for a person: one sentence, then a line for each figure. Names come out of files, so they are cleaned.</summary>
internal static class QualityWords
{
    private const double P99 = 0.99;

    /// <summary>The one sentence.</summary>
    public static string Summary(QualityReport report)
    {
        if (report.Reference is not { } reference)
        {
            return SafeText.Of($"{report.Model.Name} ({report.Model.Precision}) has a perplexity of {QualityPhrases.Perplexity(report.Model.Perplexity!.Value)} on {report.Text!.File}");
        }

        var (one, other) = report.Model.Precision == reference.Precision
            ? (report.Model.Name, reference.Name)
            : (report.Model.Precision, reference.Precision);
        var sampled = report.Text?.SampledFromReferenceSeed is null ? "" : ", on text that the reference itself sampled";
        var kl = report.KlMeanNats is { } nats ? $"KL {Figures.Number(nats)} nats, " : "";
        var top1 = report.Top1Agreement is { } share ? $" ({kl}top-1 {Share(share.Value, "0.#")})" : "";
        return SafeText.Of($"{one} {QualityPhrases.Loss(report, other)}{top1}{sampled}");
    }

    /// <summary>A line for each figure.</summary>
    public static IEnumerable<string> Details(QualityReport report) => report.Outputs is { } outputs ? OneShot(report, outputs) : Decoder(report);

    private static IEnumerable<string> Decoder(QualityReport report)
    {
        yield return Line("perplexity", $"{Perplexities(report.Model.Perplexity!)} ({report.Model.Name} {report.Model.Precision})");
        if (report.Reference is { } reference)
        {
            yield return Line("reference", $"{Perplexities(reference.Perplexity!)} ({reference.Name} {reference.Precision})");
            yield return Line("change", Change(report.PerplexityChangePercent!));
            yield return Line("KL divergence", $"mean {Figures.Number(report.KlMeanNats)} nats, P99 {P99Of(report)}");
            yield return Line("top-1 agreement", Agreement(report.Top1Agreement!));
            yield return Line("greedy prefix", $"identical for {report.IdenticalGreedyPrefix} of {report.GreedyTokens} tokens, after a prompt of {report.GreedyPromptTokens}");
        }

        var text = report.Text!;
        yield return Line("scored", $"{Count(text.TokensScored, "token")} of {Count(text.Documents, "document")}{Cut(text)}");
        yield return Line("text", text.File is { } file
            ? $"{file}, by {text.Tokenizer}{Density(text)}"
            : $"sampled by the reference itself at temperature 1 (seed {text.SampledFromReferenceSeed}); on its own text a reference is at its best");
        if (report.Model.Synthetic || report.Reference?.Synthetic == true)
        {
            yield return Line("note", "synthetic weights are random: this says how far the arithmetic moves, not how well a trained model speaks");
        }
    }

    private static IEnumerable<string> OneShot(QualityReport report, OutputSimilarity outputs)
    {
        yield return Line("cosine", $"mean {QualityPhrases.Share(outputs.CosineMean)}, least {QualityPhrases.Share(outputs.CosineLeast)} in {outputs.WorstOutput}");
        yield return Line("top-1 agreement", report.Top1Agreement is { } top1 ? Agreement(top1) : "no output gives scores of classes or labels");
        yield return Line(
            "compared", $"{Count(outputs.Items, "item")} of {Count(outputs.InputSets, "input set")}, {(outputs.FromTestData ? "the reference's own test data" : "made up from seeds")}");
    }

    private static string Line(string name, string value) => SafeText.Of($"{name + ':',-17}{value}");

    private static string Perplexities(Estimate perplexity) =>
        perplexity is { Low: { } low, High: { } high }
            ? $"{QualityPhrases.Perplexity(perplexity.Value)}, 95 % interval {QualityPhrases.Perplexity(low)} to {QualityPhrases.Perplexity(high)}"
            : $"{QualityPhrases.Perplexity(perplexity.Value)}, no 95 % interval (it needs several documents)";

    private static string Change(Estimate percent) => percent is { Low: { } low, High: { } high }
        ? $"{SignedPercent(percent.Value)}, 95 % interval {SignedPercent(low)} to {SignedPercent(high)}, document by document"
        : $"{SignedPercent(percent.Value)}, no 95 % interval (it needs several documents)";

    private static string SignedPercent(double percent) => percent.ToString("+#,0.00;-#,0.00;0.00", CultureInfo.InvariantCulture) + " %";

    private static string Density(QualityText text) => text.TokensPerThousandCharacters is { } density
        ? string.Create(CultureInfo.InvariantCulture, $", {density:0.0} tokens per 1,000 characters")
        : "";

    private static string P99Of(QualityReport report) => report.KlP99Nats is { } nats
        ? $"{Figures.Number(nats)} nats"
        : string.Create(CultureInfo.InvariantCulture, $"too few positions ({report.Text!.TokensScored} of {Percentile.NeededCount(P99)})");

    private static string Agreement(Estimate share) =>
        $"{Share(share.Value, "0.00")}, 95 % interval {Share(share.Low!.Value, "0.00")} to {Share(share.High!.Value, "0.00")}";

    private static string Share(double share, string format) => (100 * share).ToString(format, CultureInfo.InvariantCulture) + " %";

    private static string Cut(QualityText text) =>
        text.DocumentsCut == 0 ? ""
        : text.LongestDocument is { } longest ? string.Create(CultureInfo.InvariantCulture, $", {text.DocumentsCut} of them cut (context {longest})")
        : string.Create(CultureInfo.InvariantCulture, $", {text.DocumentsCut} of them cut");

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {what}{(count == 1 ? "" : "s")}");
}
