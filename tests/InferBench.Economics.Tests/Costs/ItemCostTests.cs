using FsCheck;
using FsCheck.Fluent;
using InferBench.Economics.Costs;

namespace InferBench.Economics.Tests.Costs;

public sealed class ItemCostTests
{
    [Fact]
    public void UsdPerMillionItems_OneHundredItemsASecondAtThirtySixCents_CostsOneDollar()
    {
        // By hand: a million items take 10,000 s, which are 10,000 / 3600 hours of $0.36.
        var cost = ItemCost.UsdPerMillionItems(0.36, new(100, 80, 125));

        Assert.Equal((1.00, 0.80, 1.25), (Math.Round(cost.Value, 9), Math.Round(cost.Low!.Value, 9), Math.Round(cost.High!.Value, 9)));
    }

    [Fact]
    public void UsdPerMillionItems_AnyPriceAndRate_PaysForTheItemsOfAnHour() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(),
        ArbMap.Default.ArbFor<PositiveInt>(),
        (cents, rate) => Math.Abs((ItemCost.UsdPerMillionItems(cents.Get / 100.0, new(rate.Get, null, null)).Value / 1e6 * rate.Get * 3600) - (cents.Get / 100.0)) < 1e-9 * cents.Get)
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(double.NaN, 10)]
    [InlineData(1, 0)]
    [InlineData(1, double.PositiveInfinity)]
    public void UsdPerMillionItems_ImpossibleInput_Throws(double price, double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ItemCost.UsdPerMillionItems(price, new(rate, null, null)));
}
