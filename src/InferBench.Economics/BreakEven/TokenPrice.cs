namespace InferBench.Economics.BreakEven;

/// <summary>What an API takes for tokens, in US dollars per million.</summary>
/// <param name="Input">For input that it has not seen.</param>
/// <param name="Output">For output.</param>
/// <param name="CachedInput">For input that it finds in its cache; null where it is not known, and then such input is charged like any other.</param>
public sealed record TokenPrice(double Input, double Output, double? CachedInput)
{
    /// <summary>
    /// What a million output tokens cost together with the input that comes with them: <c>p_out + r·(1−h)·p_in + r·h·p_cache</c>.
    /// </summary>
    /// <param name="inputPerOutput">r: input tokens of each output token.</param>
    /// <param name="cacheHit">h: share of the input that the API finds in its cache, 0 to 1.</param>
    public double OutputWithInput(double inputPerOutput, double cacheHit) =>
        Output + (inputPerOutput * (1 - cacheHit) * Input) + (inputPerOutput * cacheHit * (CachedInput ?? Input));
}
