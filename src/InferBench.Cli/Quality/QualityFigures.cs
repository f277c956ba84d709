using InferBench.Core.Quality;
using InferBench.Core.Runs;
using InferBench.Runtime.Scoring;

namespace InferBench.Cli.Quality;

/// <summary>What the scoring process found: a decoder's score on text, or a one-shot model's outputs beside its reference's.</summary>
/// <param name="Score">A decoder's score; null for a one-shot model.</param>
/// <param name="GreedyPromptTokens">Tokens from which both continued; null where there is no reference.</param>
/// <param name="Text">What a decoder was scored on.</param>
/// <param name="Outputs">A one-shot model's outputs beside its reference's.</param>
/// <param name="OnnxRuntimeVersion">Version that computed the outputs.</param>
internal sealed record QualityFigures(
    QualityScore? Score, int? GreedyPromptTokens, QualityText? Text, OneShotScore? Outputs, string OnnxRuntimeVersion)
{
    /// <summary>The report on models that the process knows as files only.</summary>
    public QualityReport Report(QualityRequest request, RunModel model, RunModel? reference) => new(
        QualityReport.CurrentSchemaVersion,
        QualityModel.Of(model, Score?.Perplexity),
        reference is null ? null : QualityModel.Of(reference, Score?.ReferencePerplexity),
        Score?.PerplexityChange?.Times(100),
        Score?.KlMeanNats,
        Score?.KlP99Nats,
        Score?.Top1Agreement ?? Outputs?.Top1Agreement,
        Score?.IdenticalGreedyPrefix,
        Score?.GreedyTokens,
        GreedyPromptTokens,
        Text,
        Outputs?.Similarity,
        request.Provider,
        request.Threads,
        OnnxRuntimeVersion);
}
