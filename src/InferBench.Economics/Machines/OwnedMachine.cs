using System.Globalization;

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

    public PriceRange? Range { get; init; }

    public string Source => PriceSource ?? "given by the person who asks";

    public bool IsAssumed => false;

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
            Line("colocation", ColocationUsdPerKwMonth > 0, provisioned * ColocationUsdPerKwMonth / Period.HoursPerMonth,
                Text($"{provisioned:0.###} kW provisioned at ${ColocationUsdPerKwMonth:0.##} per kW and month")),
            Line("power, idle", LoadKw > 0 && UsdPerKwh > 0, Idle * kw, Text($"{Idle:0.###} kW at PUE {Pue:0.##} and ${UsdPerKwh:0.####} per kWh, always")),
            new("power, work", (LoadKw - Idle) * utilization * kw, Marginal: true, Text($"{LoadKw - Idle:0.###} kW more while it works")),
            Line("maintenance", MaintenancePerYear > 0, MaintenancePerYear * SystemUsd / Period.HoursPerYear, Text($"{MaintenancePerYear:0.## %} of the system's price a year")),
            Line("staff", StaffUsdPerYear > 0, StaffShare * StaffUsdPerYear / Period.HoursPerYear, Text($"{StaffShare:0.####} persons at ${StaffUsdPerYear:#,0.##} a year")),
            Line("network and storage", NetworkUsdPerMonth > 0, NetworkUsdPerMonth / Period.HoursPerMonth, Text($"${NetworkUsdPerMonth:#,0.##} a month")),
        ]);
    }

    public IMachine AtPrice(double factor) => this with { PriceUsd = PriceUsd * factor, Range = null };

    /// <summary>What nobody gave counts as nothing, and is shown so that nobody takes it for free.</summary>
    private static CostComponent Line(string name, bool given, double usdPerHour, string basis) =>
        new(name, usdPerHour, Marginal: false, given ? basis : "not given, counted as nothing");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
