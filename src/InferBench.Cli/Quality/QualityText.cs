namespace InferBench.Cli.Quality;

/// <summary>What was scored.</summary>
/// <param name="File">File name; null where the reference sampled the text.</param>
/// <param name="SampledFromReferenceSeed">Seed of the sampling; null where a file was scored.</param>
/// <param name="Tokenizer">What made the file's text into tokens; null where they were sampled.</param>
/// <param name="Documents">Documents.</param>
/// <param name="DocumentsCut">Documents that lost their end to the context or to the limit on tokens.</param>
/// <param name="LongestDocument">Most tokens of a document; null where no context limits it.</param>
/// <param name="TokensScored">Tokens, the first of each document left out.</param>
internal sealed record QualityText(
    string? File, long? SampledFromReferenceSeed, string? Tokenizer, int Documents, int DocumentsCut, int? LongestDocument, int TokensScored);
