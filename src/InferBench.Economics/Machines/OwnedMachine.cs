using System.Globalization;
using System.Text.Json.Serialization;

namespace InferBench.Economics.Machines;

/// <summary>A machine that is bought. Every amount is for the whole machine that was measured; what is not given costs nothing, and is shown as such.</summary>
public sealed record OwnedMachine : IMachine
{
    /// <summary>Purchase price in US dollars: the card, or the whole system where <see cref="SystemFactor"/> is 1.</summary>
    public required double PriceUsd { get; init; }

    /// <summary>What the whole system costs over <see cref="PriceUsd"/>; at least 1.</summary>
    public double SystemFactor { get; init; } = 1;

    /// <summary>What it is sold for at the end, as a fraction of <see cref="PriceUsd"/>; 0 to 1.</summary>
    public double Residual { get; init; }

    /// <summary>Cost of capital for a year, as a fraction.</summary>
    public double CostOfCapital { get; init; } = 0.10;

    /// <summary>Life in months.</summary>
    public double Months { get; init; } = 48;

    /// <summary>Power at the plug under load, in kilowatts.</summary>
    public double LoadKw { get; init; }

    /// <summary>Power while nothing is asked, in kilowatts; at most <see cref="LoadKw"/>. Null takes the load's, which flatters nobody.</summary>
    public double? IdleKw { get; init; }

    /// <summary>Power of the whole building over that of the machines; at least 1.</summary>
    public double Pue { get; init; } = 1;

    /// <summary>Electricity, US dollars per kWh.</summary>
    public double UsdPerKwh { get; init; }

    /// <summary>Colocation, US dollars per kilowatt provisioned and month.</summary>
    public double ColocationUsdPerKwMonth { get; init; }

    /// <summary>Power that has to be provisioned, in kilowatts; null takes <see cref="LoadKw"/>.</summary>
    public double? ProvisionedKw { get; init; }

    /// <summary>Maintenance for a year, as a fraction of the system's price.</summary>
    public double MaintenancePerYear { get; init; }

    /// <summary>What one person who runs it costs, US dollars a year with everything on top of the salary.</summary>
    public double StaffUsdPerYear { get; init; }

    /// <summary>Persons that this machine takes: one who looks after eight machines is 0.125 for each.</summary>
    public double StaffShare { get; init; } = 1;

    /// <summary>Network and storage, US dollars a month.</summary>
    public double NetworkUsdPerMonth { get; init; }

    /// <summary>Where the figures come from; null where the person gave them.</summary>
    public string? PriceSource { get; init; }

    [JsonIgnore]
    public PriceRange? Range { get; init; }

    [JsonIgnore]
    public string Source => PriceSource ?? "given by the person who asks";

    [JsonIgnore]
    public string Description => Text(
        $"bought for ${SystemUsd:#,0.##}, {Months:0.##} months, {CostOfCapital:0.## %} a year, {Residual:0.## %} of the price got back");

    private double SystemUsd => PriceUsd * SystemFactor;

    private double Idle => IdleKw ?? LoadKw;

    public HourlyCost CostAt(double utilization)
    {
        OwnedMachineRules.Require(this);
        ArgumentOutOfRangeException.ThrowIfNegative(utilization);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(utilization, 1);
        var kw = Pue * UsdPerKwh;
        var provisioned = ProvisionedKw ?? LoadKw;
        return new HourlyCost(utilization,
        [
            new("capital", CapitalRecovery.UsdPerMonth(SystemUsd, PriceUsd * Residual, CostOfCapital, Months) / Period.HoursPerMonth, Marginal: false, Description),
            new("colocation", provisioned * ColocationUsdPerKwMonth / Period.HoursPerMonth, Marginal: false,
                Text($"{provisioned:0.###} kW provisioned at ${ColocationUsdPerKwMonth:0.##} per kW and month")),
            new("power, idle", Idle * kw, Marginal: false, Text($"{Idle:0.###} kW at PUE {Pue:0.##} and ${UsdPerKwh:0.####} per kWh, always")),
            new("power, work", (LoadKw - Idle) * utilization * kw, Marginal: true, Text($"{LoadKw - Idle:0.###} kW more while it works")),
            new("maintenance", MaintenancePerYear * SystemUsd / Period.HoursPerYear, Marginal: false, Text($"{MaintenancePerYear:0.## %} of the system's price a year")),
            new("staff", StaffShare * StaffUsdPerYear / Period.HoursPerYear, Marginal: false, Text($"{StaffShare:0.####} persons at ${StaffUsdPerYear:#,0.##} a year")),
            new("network and storage", NetworkUsdPerMonth / Period.HoursPerMonth, Marginal: false, Text($"${NetworkUsdPerMonth:#,0.##} a month")),
        ]);
    }

    public IMachine AtPrice(double factor) => this with { PriceUsd = PriceUsd * factor, Range = null };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
