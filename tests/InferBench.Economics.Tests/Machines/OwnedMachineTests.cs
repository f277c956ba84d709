using FsCheck;
using FsCheck.Fluent;
using InferBench.Economics.Machines;

namespace InferBench.Economics.Tests.Machines;

public sealed class OwnedMachineTests
{
    /// <summary>
    /// One GPU of an 8×H100 server at $325,000: 10.2 kW provisioned, 80 % of it drawn, $194.95 per kW and month (CBRE, end of 2025), PUE 1.3, 14.6 ¢/kWh
    /// (EIA, 2026-02), 3 % maintenance. The cost is the worked example of the research note's section 4.3.
    /// </summary>
    private static readonly OwnedMachine H100 = new()
    {
        PriceUsd = 325_000 / 8.0,
        Residual = 0.10,
        CostOfCapital = 0.10,
        Months = 48,
        LoadKw = 0.8 * 10.2 / 8,
        ProvisionedKw = 10.2 / 8,
        Pue = 1.3,
        UsdPerKwh = 0.146,
        ColocationUsdPerKwMonth = 194.95,
        MaintenancePerYear = 0.03,
    };

    [Theory]
    [InlineData(48, 0.10, 1.99)]
    [InlineData(36, 0.30, 2.07)]
    [InlineData(60, 0.00, 1.86)]
    public void CostAt_WorkedExampleOfAnH100_GivesItsCents(double months, double residual, double usdPerHour)
    {
        var cost = (H100 with { Months = months, Residual = residual }).CostAt(1);

        Assert.Equal(usdPerHour, cost.UsdPerHour, 2);
    }

    [Fact]
    public void CostAt_WorkedExampleOfAnH100_GivesItsComponents()
    {
        var cost = H100.CostAt(1).Components.ToDictionary(component => component.Name, component => Math.Round(component.UsdPerHour, 2));

        Assert.Equal((1.32, 0.34, 0.19, 0.14), (cost["capital"], cost["colocation"], cost["power, idle"] + cost["power, work"], cost["maintenance"]));
    }

    [Fact]
    public void CostAt_OneEngineerForEightGpus_AddsFourDollarsTwentyEight()
    {
        var staffed = H100 with { StaffUsdPerYear = 300_000, StaffShare = 1 / 8.0 };

        Assert.Equal(4.28, staffed.CostAt(1).UsdPerHour - H100.CostAt(1).UsdPerHour, 2);
    }

    [Theory]
    [InlineData(1_999, 0.24)]
    [InlineData(3_000, 0.29)]
    public void CostAt_WorkedExampleOfAnRtx5090_GivesItsCents(double price, double usdPerHour)
    {
        // Section 6.2: the system is 1.35 cards, residential power (18.72 ¢/kWh) for 0.75 kW: the card's 575 W and the rest of the machine.
        var machine = new OwnedMachine
        {
            PriceUsd = price, SystemFactor = 1.35, Residual = 0.30, CostOfCapital = 0.10, Months = 36, LoadKw = 0.75, UsdPerKwh = 0.1872,
        };

        Assert.Equal(usdPerHour, machine.CostAt(1).UsdPerHour, 2);
    }

    [Fact]
    public void CostAt_AnyMachine_PaysBackAMonthByMonthLoan() => Prop.ForAll(Machines(), machine =>
    {
        // Independent of the annuity formula: an account that pays for the machine, bears interest every month, takes the payment, and is even after the sale.
        var payment = machine.CostAt(1).Components.Single(component => component.Name == "capital").UsdPerHour * 730;
        var debt = machine.PriceUsd * machine.SystemFactor;
        for (var month = 0; month < machine.Months; month++)
        {
            debt += (debt * machine.CostOfCapital / 12) - payment;
        }

        var paid = machine.PriceUsd * machine.SystemFactor * Math.Pow(1 + (machine.CostOfCapital / 12), machine.Months);
        return Math.Abs(debt - (machine.PriceUsd * machine.Residual)) <= 1e-9 * paid;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void CostAt_AnyMachineAndUtilization_IsTheSumOfComponentsThatAreNeverNegative() =>
        Prop.ForAll(Machines(), Gen.Choose(0, 100).ToArbitrary(), (machine, percent) =>
        {
            var cost = machine.CostAt(percent / 100.0);
            return cost.Components.All(component => component.UsdPerHour >= 0)
                && cost.UsdPerHour == cost.Components.Sum(component => component.UsdPerHour)
                && Math.Abs(cost.FixedUsdPerHour + cost.MarginalUsdPerHour - cost.UsdPerHour) <= 1e-12 * cost.UsdPerHour;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void CostAt_AnyMachine_AnHourOfWorkIsNeverDearerAtMoreUtilization() =>
        Prop.ForAll(Machines(), Gen.Choose(1, 99).ToArbitrary(), (machine, percent) =>
            machine.CostAt((percent + 1) / 100.0).UsdPerBusyHour <= machine.CostAt(percent / 100.0).UsdPerBusyHour * (1 + 1e-12)).QuickCheckThrowOnFailure();

    [Fact]
    public void CostAt_IdleMachine_HasAnHourlyCostAndNoneForWork()
    {
        var cost = (H100 with { IdleKw = 0.3 }).CostAt(0);

        Assert.Equal(0, cost.MarginalUsdPerHour);
        Assert.True(cost.FixedUsdPerHour > 1.5);
        Assert.Null(cost.UsdPerBusyHour);
    }

    [Theory]
    [InlineData(-1.0, 0.1, 48)]
    [InlineData(double.NaN, 0.1, 48)]
    [InlineData(1.0, 1.1, 48)]
    [InlineData(1.0, 0.1, 0)]
    public void CostAt_ImpossibleFigure_Throws(double price, double residual, double months) =>
        Assert.Throws<ArgumentException>(() => new OwnedMachine { PriceUsd = price, Residual = residual, Months = months }.CostAt(1));

    private static Arbitrary<OwnedMachine> Machines() => (
        from price in Gen.Choose(0, 1_000_000)
        from factor in Gen.Choose(100, 200)
        from residual in Gen.Choose(0, 100)
        from capital in Gen.Choose(0, 30)
        from months in Gen.Choose(1, 120)
        from load in Gen.Choose(0, 10_000)
        from idle in Gen.Choose(0, 100)
        from kwh in Gen.Choose(0, 50)
        select new OwnedMachine
        {
            PriceUsd = price,
            SystemFactor = factor / 100.0,
            Residual = residual / 100.0,
            CostOfCapital = capital / 100.0,
            Months = months,
            LoadKw = load / 1000.0,
            IdleKw = load / 1000.0 * idle / 100.0,
            UsdPerKwh = kwh / 100.0,
            Pue = 1.2,
            ColocationUsdPerKwMonth = 190,
            MaintenancePerYear = 0.03,
            StaffUsdPerYear = 1000,
            NetworkUsdPerMonth = 50,
        }).ToArbitrary();
}
