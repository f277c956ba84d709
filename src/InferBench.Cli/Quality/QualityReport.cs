using InferBench.Core.Runs;
using InferBench.Core.Statistics;

namespace InferBench.Cli.Quality;

/// <summary>What a precision costs in quality. Everything about a reference is null where there is none.</summary>
/// <param name="SchemaVersion">Version of this document's format.</param>
/// <param name="Model">The model.</param>
/// <param name="Reference">What it is compared with.</param>
/// <param name="PerplexityChangePercent">Change of the perplexity against the reference's; above 0 the model is worse.</param>
/// <param name="KlMeanNats">Mean KL(reference‖model) of a position.</param>
/// <param name="KlP99Nats">Its 99th percentile; null below 299 positions too.</param>
/// <param name="Top1Agreement">Share of positions with the same most likely token, with its 95 % interval.</param>
/// <param name="IdenticalGreedyPrefix">Tokens that both generate alike before they part.</param>
/// <param name="GreedyTokens">Tokens that were generated for it.</param>
/// <param name="GreedyPromptTokens">Tokens from which both continued.</param>
/// <param name="Text">What was scored.</param>
/// <param name="Provider">Execution provider of both.</param>
/// <param name="Threads">Intra-op threads.</param>
/// <param name="OnnxRuntimeVersion">Version that computed the logits.</param>
internal sealed record QualityReport(
    int SchemaVersion,
    QualityModel Model,
    QualityModel? Reference,
    double? PerplexityChangePercent,
    double? KlMeanNats,
    double? KlP99Nats,
    Estimate? Top1Agreement,
    int? IdenticalGreedyPrefix,
    int? GreedyTokens,
    int? GreedyPromptTokens,
    QualityText Text,
    string Provider,
    int Threads,
    string OnnxRuntimeVersion)
{
    public const int CurrentSchemaVersion = 1;

    public static QualityReport Of(QualityRequest request, RunModel model, RunModel? reference, QualityFigures figures)
    {
        var score = figures.Score;
        return new QualityReport(
            CurrentSchemaVersion,
            QualityModel.Of(model, score.Perplexity),
            reference is null ? null : QualityModel.Of(reference, figures.ReferencePerplexity!),
            figures.ReferencePerplexity is { } other ? 100 * ((score.Perplexity.Value / other.Value) - 1) : null,
            score.KlMeanNats,
            score.KlP99Nats,
            score.Top1Agreement,
            score.IdenticalGreedyPrefix,
            score.GreedyTokens,
            figures.GreedyPromptTokens,
            new QualityText(
                request.Text is { } text ? Path.GetFileName(text) : null,
                request.Text is null ? ScoredText.Seed : null,
                figures.Tokenizer,
                score.Documents,
                figures.DocumentsCut,
                figures.LongestDocument,
                score.TokensScored),
            request.Provider,
            request.Threads,
            figures.OnnxRuntimeVersion);
    }
}
