namespace InferBench.Core.Quality;

/// <summary>What was scored.</summary>
/// <param name="File">File name; null where the text was sampled.</param>
/// <param name="SampledFromReferenceSeed">Seed of the sampling; null where a file was scored.</param>
/// <param name="Tokenizer">What made the file's text into tokens; null where they were sampled.</param>
/// <param name="TokensPerThousandCharacters">Tokens that the tokenizer makes of 1,000 characters of the file, special ones not counted; null where the text was sampled.</param>
/// <param name="Documents">Documents.</param>
/// <param name="DocumentsCut">Documents that lost their end to the context or to the limit on tokens.</param>
/// <param name="LongestDocument">Most tokens of a document; null where no context limits it.</param>
/// <param name="TokensScored">Tokens, the first of each document left out.</param>
public sealed record QualityText(
    string? File,
    long? SampledFromReferenceSeed,
    string? Tokenizer,
    double? TokensPerThousandCharacters,
    int Documents,
    int DocumentsCut,
    int? LongestDocument,
    int TokensScored);
