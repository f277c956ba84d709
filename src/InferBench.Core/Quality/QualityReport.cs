using InferBench.Core.Statistics;

namespace InferBench.Core.Quality;

/// <summary>What a precision costs in quality. Everything about a reference is null where there is none.</summary>
/// <param name="SchemaVersion">Version of this document's format.</param>
/// <param name="Model">The model.</param>
/// <param name="Reference">What it is compared with.</param>
/// <param name="PerplexityChangePercent">
/// Change of the perplexity against the reference's, with the 95 % interval of the two scored side by side, document by document; above 0 the model is worse.
/// </param>
/// <param name="KlMeanNats">Mean KL(reference‖model) of a position.</param>
/// <param name="KlP99Nats">Its 99th percentile; null below 299 positions too.</param>
/// <param name="Top1Agreement">Share of positions with the same most likely token (of items with the same largest output), with its 95 % interval.</param>
/// <param name="IdenticalGreedyPrefix">Tokens that both generate alike before they part.</param>
/// <param name="GreedyTokens">Tokens that were generated for it.</param>
/// <param name="GreedyPromptTokens">Tokens from which both continued.</param>
/// <param name="Text">What was scored; null for a one-shot model.</param>
/// <param name="Outputs">How close a one-shot model's outputs are to the reference's; null for a decoder.</param>
/// <param name="Provider">Execution provider of both.</param>
/// <param name="Threads">Intra-op threads.</param>
/// <param name="OnnxRuntimeVersion">Version that computed the outputs.</param>
public sealed record QualityReport(
    int SchemaVersion,
    QualityModel Model,
    QualityModel? Reference,
    Estimate? PerplexityChangePercent,
    double? KlMeanNats,
    double? KlP99Nats,
    Estimate? Top1Agreement,
    int? IdenticalGreedyPrefix,
    int? GreedyTokens,
    int? GreedyPromptTokens,
    QualityText? Text,
    OutputSimilarity? Outputs,
    string Provider,
    int Threads,
    string OnnxRuntimeVersion)
{
    public const int CurrentSchemaVersion = 1;
}
