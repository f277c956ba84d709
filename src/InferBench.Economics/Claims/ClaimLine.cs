namespace InferBench.Economics.Claims;

/// <summary>One line of a claim's arithmetic.</summary>
/// <param name="Text">What is computed, with its figures and units.</param>
/// <param name="Origin">Where the figures of the line come from, with date and confidence; null where it only computes with lines above it.</param>
public sealed record ClaimLine(string Text, string? Origin = null);
