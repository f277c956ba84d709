using InferBench.Core.Statistics;

namespace InferBench.Economics.Costs;

/// <summary>What the items of a one-shot model cost on a machine that is busy all the time.</summary>
public static class ItemCost
{
    /// <summary>
    /// US dollars per million items: <c>usdPerHour / 3600 / itemsPerSecond × 10⁶</c>. It holds at full load; at utilization U the cost is this figure divided by U.
    /// </summary>
    /// <param name="usdPerHour">Price of the machine, zero or more.</param>
    /// <param name="itemsPerSecond">Items that went through, above zero.</param>
    /// <returns>The cost with its 95 % interval, whose ends are those of <see cref="TokenCost.UsdPerMillionOutputTokens"/>.</returns>
    public static Estimate UsdPerMillionItems(double usdPerHour, Estimate itemsPerSecond) => UnitCost.UsdPerMillion(usdPerHour, itemsPerSecond);
}
