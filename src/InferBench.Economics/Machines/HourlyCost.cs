using System.Text.Json.Serialization;

namespace InferBench.Economics.Machines;

/// <summary>What an hour of a machine costs at one utilization. The total is the sum of its components and nothing else.</summary>
/// <param name="Utilization">Share of the time in which the machine works, from 0 to 1.</param>
/// <param name="Components">At least one; none below zero.</param>
public sealed record HourlyCost(double Utilization, IReadOnlyList<CostComponent> Components)
{
    public double UsdPerHour => Components.Sum(component => component.UsdPerHour);

    /// <summary>What is paid whether or not there is work.</summary>
    public double FixedUsdPerHour => Components.Where(component => !component.Marginal).Sum(component => component.UsdPerHour);

    /// <summary>What work adds.</summary>
    public double MarginalUsdPerHour => Components.Where(component => component.Marginal).Sum(component => component.UsdPerHour);

    /// <summary>
    /// What an hour in which the machine works has to earn: the hour's cost over the share of the time that is worked.
    /// Null at utilization 0, where nothing is made that could carry the bill.
    /// </summary>
    [JsonIgnore]
    public double? UsdPerBusyHour => Utilization > 0 ? UsdPerHour / Utilization : null;
}
