namespace InferBench.Cli.Quality;

/// <summary>What to score against what, as it was asked.</summary>
/// <param name="Model">ONNX file, folder, or synthetic model <c>NAME[:PRECISION]</c>.</param>
/// <param name="Reference">What it is compared with, named in the same way; null to score the model alone.</param>
/// <param name="Text">Text file; null to score what the reference samples.</param>
/// <param name="MaxTokens">Tokens to score at most; null for all of the file, or <see cref="ScoredText.SampledTokens"/> sampled ones.</param>
/// <param name="GreedyTokens">Tokens that both generate; null for <see cref="QualityMeasurement.DefaultGreedyTokens"/>, or fewer where the context is short.</param>
/// <param name="Threads">Intra-op threads.</param>
/// <param name="Provider">Execution provider of both.</param>
/// <param name="Inputs">Inputs of one-shot models, <c>NAME=SHAPE:FILL</c>; null for the usual ones.</param>
/// <param name="Dims">Sizes of their open dimensions, <c>NAME=NUMBER</c>; null for the usual ones.</param>
internal sealed record QualityRequest(
    string Model,
    string? Reference,
    string? Text,
    int? MaxTokens,
    int? GreedyTokens,
    int Threads,
    string Provider,
    IReadOnlyList<string>? Inputs = null,
    IReadOnlyList<string>? Dims = null);
