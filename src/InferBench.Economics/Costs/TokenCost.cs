using InferBench.Core.Statistics;

namespace InferBench.Economics.Costs;

/// <summary>What tokens cost on a machine that is busy all the time.</summary>
public static class TokenCost
{
    /// <summary>
    /// US dollars per million output tokens: <c>usdPerHour / 3600 / outputTokensPerSecond × 10⁶</c>.
    /// Definition: the machine's price divided by everything that it generated in that time, input processing included
    /// (output tok/s is batch × generated / E2E). It holds at full load; at utilization U the cost is this figure divided by U.
    /// </summary>
    /// <param name="usdPerHour">Price of the machine, zero or more.</param>
    /// <param name="outputTokensPerSecond">Output rate, above zero.</param>
    /// <returns>
    /// The cost with its 95 % interval: a higher rate is a lower cost, so the ends change places.
    /// An end is null where the rate's opposite end is null or, for the upper end, not above zero.
    /// </returns>
    public static Estimate UsdPerMillionOutputTokens(double usdPerHour, Estimate outputTokensPerSecond) =>
        UnitCost.UsdPerMillion(usdPerHour, outputTokensPerSecond);
}
