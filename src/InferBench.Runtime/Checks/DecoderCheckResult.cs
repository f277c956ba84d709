namespace InferBench.Runtime.Checks;

/// <summary>Whether a loaded decoder does what its graph claims; figures of one that does not are not to be published.</summary>
/// <param name="Problems">What it does instead, a sentence each; empty where it keeps its word.</param>
/// <param name="Cosine">Least cosine between a position's logits from one pass and from token by token; null where they could not be had.</param>
/// <param name="MaxRelativeDifference">Largest difference of these logits, over the largest logit; null likewise.</param>
public sealed record DecoderCheckResult(IReadOnlyList<string> Problems, double? Cosine, double? MaxRelativeDifference)
{
    public bool Passed => Problems.Count == 0;
}
