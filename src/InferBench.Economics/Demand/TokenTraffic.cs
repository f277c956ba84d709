namespace InferBench.Economics.Demand;

/// <summary>What arrives, per second.</summary>
/// <param name="RequestsPerSecond">Requests.</param>
/// <param name="InputTokensPerSecond">Tokens of their prompts.</param>
/// <param name="OutputTokensPerSecond">Tokens that they ask for.</param>
public sealed record TokenTraffic(double RequestsPerSecond, double InputTokensPerSecond, double OutputTokensPerSecond)
{
    public double InputPerRequest => InputTokensPerSecond / RequestsPerSecond;

    public double OutputPerRequest => OutputTokensPerSecond / RequestsPerSecond;

    public TokenTraffic Times(double factor) => new(RequestsPerSecond * factor, InputTokensPerSecond * factor, OutputTokensPerSecond * factor);
}
