using InferBench.Economics.Machines;

namespace InferBench.Economics.Tests.Machines;

public sealed class RentedMachineTests
{
    [Fact]
    public void CostAt_ListPriceWithExtras_AddsThemAsTheirOwnComponent()
    {
        var cost = new RentedMachine(3.99, "an H100", "a test", Extras: 0.4).CostAt(0.25);

        Assert.Equal(["rental", "extras"], cost.Components.Select(component => component.Name));
        Assert.Equal(3.99 * 1.4, cost.UsdPerHour, 12);
        Assert.Equal(0, cost.MarginalUsdPerHour);
        Assert.Equal(4 * 3.99 * 1.4, cost.UsdPerBusyHour!.Value, 12);
    }

    [Fact]
    public void CostAt_BilledBySecondOfWork_CostsNothingIdleAndTheSameForEachHourOfWork()
    {
        var machine = new RentedMachine(4, "serverless", "a test", BilledWhileBusyOnly: true);

        Assert.Equal(0, machine.CostAt(0).UsdPerHour);
        Assert.Equal(1, machine.CostAt(0.25).MarginalUsdPerHour, 12);
        Assert.Equal(4, machine.CostAt(0.25).UsdPerBusyHour!.Value, 12);
    }

    [Theory]
    [InlineData(-0.01, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(1, -0.1)]
    public void CostAt_ImpossiblePrice_Throws(double price, double extras) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RentedMachine(price, "", "", extras).CostAt(1));
}
