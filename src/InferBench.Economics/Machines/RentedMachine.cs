using System.Globalization;

namespace InferBench.Economics.Machines;

/// <summary>A machine that is rented by the hour.</summary>
/// <param name="UsdPerHour">List price of the whole machine that was measured; zero or more.</param>
/// <param name="Description">What is rented and how.</param>
/// <param name="Source">Who lists the price, and the day.</param>
/// <param name="Extras">Storage, traffic, load balancers and the like, as a fraction of the list price; 0.3 to 0.5 is usual at clouds, and 0 unless given.</param>
/// <param name="BilledWhileBusyOnly">True for serverless offers that bill the seconds of work.</param>
/// <param name="Range">What else the price may be; null where there is one figure.</param>
/// <param name="IsAssumed">True where nobody gave the price.</param>
public sealed record RentedMachine(
    double UsdPerHour,
    string Description,
    string Source,
    double Extras = 0,
    bool BilledWhileBusyOnly = false,
    PriceRange? Range = null,
    bool IsAssumed = false) : IMachine
{
    public HourlyCost CostAt(double utilization)
    {
        if (!double.IsFinite(UsdPerHour) || UsdPerHour < 0 || !double.IsFinite(Extras) || Extras < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(UsdPerHour), UsdPerHour, "A price is a finite number of dollars per hour, zero or more, and so are its extras.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(utilization);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(utilization, 1);
        var hours = BilledWhileBusyOnly ? utilization : 1;
        var rental = new CostComponent("rental", UsdPerHour * hours, BilledWhileBusyOnly, Description);
        return new HourlyCost(utilization, Extras == 0
            ? [rental]
            : [rental, new("extras", UsdPerHour * Extras * hours, BilledWhileBusyOnly, string.Create(CultureInfo.InvariantCulture, $"{Extras:0.## %} of the list price"))]);
    }

    public IMachine AtPrice(double factor) => this with { UsdPerHour = UsdPerHour * factor, Range = null };
}
