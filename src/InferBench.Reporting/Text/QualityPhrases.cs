using System.Globalization;
using InferBench.Core.Quality;

namespace InferBench.Reporting.Text;

/// <summary>What a model loses against its reference, in the words that stand beside a price.</summary>
public static class QualityPhrases
{
    /// <summary>Below this a change prints as 0.0 %.</summary>
    private const double NoChangePercent = 0.05;

    /// <summary>Beside a curve: <c>perplexity +4.6 %</c>, <c>perplexity 1.8495</c> for the reference itself, <c>cosine 0.9991</c>; empty where nothing is known.</summary>
    public static string Short(QualityReport? quality) => quality switch
    {
        { PerplexityChangePercent.Value: var change } => $"perplexity {SignedPercent(change)}",
        { Model.Perplexity.Value: var perplexity } => $"perplexity {Perplexity(perplexity)}",
        { Outputs.CosineMean: var cosine } => $"cosine {Share(cosine)}",
        _ => "",
    };

    /// <summary>In a sentence: <c>loses 4.6 % perplexity against fp32</c>; null where there is no reference.</summary>
    /// <param name="quality">The report.</param>
    /// <param name="reference">What to call the reference.</param>
    public static string? Loss(QualityReport? quality, string reference) => quality switch
    {
        { PerplexityChangePercent.Value: var change } => Math.Abs(change) < NoChangePercent ? $"keeps the perplexity of {reference}"
            : string.Create(CultureInfo.InvariantCulture, $"{(change > 0 ? "loses" : "gains")} {Math.Abs(change):#,0.0} % perplexity against {reference}"),
        { Outputs.CosineMean: var cosine } => $"has outputs with a cosine of {Share(cosine)} to those of {reference}",
        _ => null,
    };

    /// <summary>What quality was measured against and on, in a sentence.</summary>
    public static string Origin(QualityReport quality) =>
        $"Quality{(quality.Reference is { } other ? $" against {SafeText.Shortened(other.Precision, 40)}" : "")}: {Basis(quality)}.";

    /// <summary>What quality was measured on.</summary>
    public static string Basis(QualityReport quality) => quality switch
    {
        { Text: { File: { } file } text } => $"{Figures.Whole(text.TokensScored)} tokens of {SafeText.Shortened(file, 60)}",
        { Text: { } text } => $"{Figures.Whole(text.TokensScored)} tokens that the reference itself sampled",
        { Outputs: { } outputs } => $"outputs for {Figures.Whole(outputs.Items)} items, {(outputs.FromTestData ? "the reference's own test data" : "inputs made up from seeds")}",
        _ => Figures.Missing,
    };

    /// <summary>Precisions differ by a percent, so three digits are too few.</summary>
    public static string Perplexity(double value) => value.ToString(value < 10 ? "F4" : value < 1_000 ? "F2" : "N0", CultureInfo.InvariantCulture);

    public static string SignedPercent(double percent) => percent.ToString("+#,0.0;-#,0.0;0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A cosine, of which only the distance from 1 matters.</summary>
    public static string Share(double cosine) => cosine.ToString("F4", CultureInfo.InvariantCulture);
}
