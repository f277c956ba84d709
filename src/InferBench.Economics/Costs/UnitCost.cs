using InferBench.Core.Statistics;

namespace InferBench.Economics.Costs;

/// <summary>What a million of anything costs on a machine that is busy all the time.</summary>
internal static class UnitCost
{
    private const double SecondsPerHour = 3600;
    private const double Million = 1e6;

    /// <summary>US dollars per million units: <c>usdPerHour / 3600 / perSecond × 10⁶</c>; see <see cref="TokenCost"/> for its interval.</summary>
    public static Estimate UsdPerMillion(double usdPerHour, Estimate perSecond)
    {
        if (!double.IsFinite(usdPerHour) || usdPerHour < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(usdPerHour), usdPerHour, "A price is a finite number of dollars per hour, zero or more.");
        }

        if (!double.IsFinite(perSecond.Value) || perSecond.Value <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(perSecond), perSecond.Value, "A cost needs a rate above zero: nothing came out.");
        }

        return perSecond.Inverted(usdPerHour / SecondsPerHour * Million);
    }
}
