namespace InferBench.Economics.Demand;

/// <summary>One request of a trace.</summary>
/// <param name="AtSeconds">When it arrived, from any zero.</param>
/// <param name="InputTokens">Tokens of its prompt, at least 1.</param>
/// <param name="OutputTokens">Tokens that were generated for it, at least 1.</param>
public readonly record struct TraceRequest(double AtSeconds, int InputTokens, int OutputTokens);
