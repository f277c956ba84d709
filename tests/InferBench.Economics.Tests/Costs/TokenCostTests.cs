using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Statistics;
using InferBench.Economics.Costs;

namespace InferBench.Economics.Tests.Costs;

public sealed class TokenCostTests
{
    [Fact]
    public void UsdPerMillionOutputTokens_OneThousandTokensASecondAtThreeSixtyAnHour_CostsOneDollar()
    {
        // By hand: $3.60 an hour is $0.001 a second; 1,000 tokens a second make a million in 1,000 s; that is $1.
        var cost = TokenCost.UsdPerMillionOutputTokens(3.60, new(1000, null, null));

        Assert.Equal(1.00, cost.Value, 12);
    }

    [Fact]
    public void UsdPerMillionOutputTokens_RateWithInterval_SwapsTheEnds()
    {
        var cost = TokenCost.UsdPerMillionOutputTokens(3.60, new(1000, 800, 1250));

        Assert.Equal(0.80, cost.Low!.Value, 12);
        Assert.Equal(1.25, cost.High!.Value, 12);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-5.0)]
    [InlineData(null)]
    public void UsdPerMillionOutputTokens_LowerRateNotAboveZero_LeavesTheCostUnbounded(double? low)
    {
        var cost = TokenCost.UsdPerMillionOutputTokens(1, new(10, low, 20));

        Assert.Null(cost.High);
        Assert.NotNull(cost.Low);
    }

    [Theory]
    [InlineData(-1.0, 10.0)]
    [InlineData(double.NaN, 10.0)]
    [InlineData(1.0, 0.0)]
    [InlineData(1.0, double.NaN)]
    public void UsdPerMillionOutputTokens_ImpossibleInput_Throws(double price, double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenCost.UsdPerMillionOutputTokens(price, new(rate, null, null)));

    [Fact]
    public void UsdPerMillionOutputTokens_AnyPriceAndRate_PaysForTheTokensOfAnHour() =>
        Prop.ForAll(Positive(), Positive(), (price, rate) =>
        {
            var cost = TokenCost.UsdPerMillionOutputTokens(price, new(rate, null, null));
            var tokensPerHour = rate * 3600;
            return Close(cost.Value * tokensPerHour / 1e6, price);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void UsdPerMillionOutputTokens_AnyInterval_StaysOrderedAroundTheValue() =>
        Prop.ForAll(Positive(), Positive(), Positive(), (rate, below, above) =>
        {
            var cost = TokenCost.UsdPerMillionOutputTokens(1, new Estimate(rate, rate / (1 + below), rate * (1 + above)));
            return cost.Low <= cost.Value && cost.Value <= cost.High;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void UsdPerMillionOutputTokens_FasterMachineAtTheSamePrice_IsNeverDearer() =>
        Prop.ForAll(Positive(), Positive(), Positive(), (price, rate, more) =>
            TokenCost.UsdPerMillionOutputTokens(price, new(rate + more, null, null)).Value
                <= TokenCost.UsdPerMillionOutputTokens(price, new(rate, null, null)).Value).QuickCheckThrowOnFailure();

    private static Arbitrary<double> Positive() => Gen.Choose(1, int.MaxValue).Select(value => value / 1000.0).ToArbitrary();

    private static bool Close(double actual, double expected) => Math.Abs(actual - expected) <= 1e-9 * Math.Abs(expected);
}
