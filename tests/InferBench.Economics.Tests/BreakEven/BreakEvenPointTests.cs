using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Statistics;
using InferBench.Economics.BreakEven;
using InferBench.Economics.Machines;

namespace InferBench.Economics.Tests.BreakEven;

public sealed class BreakEvenPointTests
{
    /// <summary>TensorRT-LLM's published maximum for Llama-3.3-70B FP8 at 1,000 tokens in and 1,000 out: 2,209 output tokens/s on each of two H100s.</summary>
    private const double TwoH100 = 2 * 2209;

    private static readonly RentedMachine TwoAtLambda = new(2 * 3.99, "two H100", "Lambda, 2026-09-20");

    /// <summary>The research note's table 6.3. Its volumes are millions of tokens in and as many out.</summary>
    [Theory]
    [InlineData(0.10, 0.32, 13_870, 1.195, true)]
    [InlineData(0.10, 0.50, 9_709, 0.836, false)]
    [InlineData(0.15, 0.60, 7_767, 0.669, false)]
    [InlineData(0.59, 0.79, 4_221, 0.364, false)]
    [InlineData(0.88, 0.88, 3_310, 0.285, false)]
    [InlineData(1, 5, 971, 0.0836, false)]
    [InlineData(2, 10, 485, 0.0418, false)]
    [InlineData(4, 20, 243, 0.0209, false)]
    [InlineData(15, 75, 65, 0.00557, false)]
    public void Of_TableOfTwoH100_GivesItsVolumesAndUtilizations(double input, double output, double millions, double utilization, bool never)
    {
        var crossing = BreakEvenPoint.Of(TwoAtLambda, new(1 / TwoH100, null, null), new TokenPrice(input, output, null).OutputWithInput(1, 0), 1);

        Assert.Equal(millions, Math.Round(crossing.OutputTokensPerMonth!.Value / 1e6));
        Assert.Equal(2 * millions, crossing.TokensPerMonth!.Value / 1e6, 2.0);
        Assert.Equal(utilization, crossing.Utilization!.Value, 0.0006);
        Assert.Equal(never, crossing.Never);
        Assert.Equal(11_611, Math.Round(crossing.Capacity / 1e6));
    }

    /// <summary>The research note's table 6.1: all of the GPU's cost on its output, at full load.</summary>
    [Theory]
    [InlineData(3.99, 2_209, 0.502)]
    [InlineData(3.99, 398, 2.785)]
    [InlineData(3.99, 2_587, 0.428)]
    [InlineData(3.99, 537, 2.064)]
    [InlineData(6.69, 6_920, 0.269)]
    [InlineData(6.69, 1_362, 1.364)]
    [InlineData(0.89, 1_724, 0.143)]
    [InlineData(1.57, 296, 1.473)]
    public void Of_ApiAtThePublishedCostOfOutput_CrossesAtFullLoad(double usdPerHour, double tokensPerSecond, double usdPerMillion)
    {
        var crossing = BreakEvenPoint.Of(new RentedMachine(usdPerHour, "", ""), new(1 / tokensPerSecond, null, null), usdPerMillion, 0);

        Assert.Equal(1, crossing.Utilization!.Value, 0.004);
    }

    [Fact]
    public void Of_NinetyPercentLessThanSonnet_NeedsFortyTwoPercent()
    {
        // Section 6.3: for a tenth of $2/$10 the machines have to be busy 42 % of the time.
        var crossing = BreakEvenPoint.Of(TwoAtLambda, new(1 / TwoH100, null, null), new TokenPrice(0.2, 1, null).OutputWithInput(1, 0), 1);

        Assert.Equal(0.42, crossing.Utilization!.Value, 0.005);
    }

    [Fact]
    public void Of_AnyMachineAndPrice_MeetsWhereBothBillsAreEqual() => Prop.ForAll(Cases(), one =>
    {
        var crossing = BreakEvenPoint.Of(one.Machine, new(one.Seconds, null, null), one.Price, 2);
        if (crossing.Utilization is not { Value: <= 1 and var at })
        {
            return true;
        }

        // Both bills of a month, from the tokens made at that utilization.
        var tokens = at * 730 * 3600 / one.Seconds;
        var own = one.Machine.CostAt(at).UsdPerHour * 730;
        return Math.Abs(own - (tokens / 1e6 * one.Price)) <= 1e-9 * own && Math.Abs(tokens - crossing.OutputTokensPerMonth!.Value) <= 1e-9 * tokens;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyMachineBelowTheCrossing_IsDearerThanTheApi() => Prop.ForAll(Cases(), one =>
    {
        var crossing = BreakEvenPoint.Of(one.Machine, new(one.Seconds, null, null), one.Price, 0);
        var load = Math.Min(1, (crossing.Utilization?.Value ?? 1) * 0.9);
        return one.Machine.CostAt(load).UsdPerHour >= load * 3600 / one.Seconds / 1e6 * one.Price * (1 - 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_ThroughputWithAnInterval_CarriesItToTheUtilizationAndNotToTheVolumeOfARental()
    {
        var crossing = BreakEvenPoint.Of(new RentedMachine(3.6, "", ""), new(0.001, 0.0008, 0.00125), 2, 0);

        // By hand: $3.60 an hour is a million tokens at 0.0036·1000·2 = $7.20 earned at full load: half. A 25 % slower machine needs 62.5 %.
        Assert.Equal((0.5, 0.4, 0.625), (Math.Round(crossing.Utilization!.Value, 12), Math.Round(crossing.Utilization.Low!.Value, 12), Math.Round(crossing.Utilization.High!.Value, 12)));
        Assert.Equal(crossing.OutputTokensPerMonth!.Value, crossing.OutputTokensPerMonth.High!.Value, 1e-3);
    }

    [Fact]
    public void Of_IntervalOnBothSidesOfFullLoad_IsUndecided()
    {
        Assert.True(BreakEvenPoint.Of(new RentedMachine(3.6, "", ""), new(0.001, 0.0008, 0.00125), 1.05, 0).Undecided);
        Assert.False(BreakEvenPoint.Of(new RentedMachine(3.6, "", ""), new(0.001, 0.0008, 0.00125), 2, 0).Undecided);
    }

    [Fact]
    public void Of_PriceRange_StandsApartFromTheInterval()
    {
        var machine = new RentedMachine(4, "", "", Range: new(0.5, 2, "a test"));

        var crossing = BreakEvenPoint.Of(machine, new(0.001, null, null), 4, 0);

        Assert.Null(crossing.Utilization!.Low);
        Assert.Equal((0.5, 2), (Math.Round(crossing.AtLowPrice!.Value / crossing.Utilization.Value, 12), Math.Round(crossing.AtHighPrice!.Value / crossing.Utilization.Value, 12)));
    }

    [Fact]
    public void Of_ApiCheaperThanTheWorkAlone_HasNoCrossing()
    {
        var crossing = BreakEvenPoint.Of(new RentedMachine(3.6, "", "", BilledWhileBusyOnly: true), new(0.001, null, null), 0.5, 0);

        Assert.True(crossing.Never);
        Assert.Null(crossing.Utilization);
        Assert.Null(crossing.OutputTokensPerMonth);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0.5, 3.4)]
    [InlineData(1, 1.8)]
    public void OutputWithInput_CacheHits_TakeThePriceOfCachedInput(double hit, double expected)
    {
        // By hand, four tokens in for one out at 1 in, 1 out, 0.2 cached: 1 + 4·(1−h)·1 + 4·h·0.2.
        Assert.Equal(expected, new TokenPrice(1, 1, 0.2).OutputWithInput(4, hit), 12);
    }

    [Fact]
    public void OutputWithInput_NoPriceForCachedInput_ChargesItInFull() =>
        Assert.Equal(new TokenPrice(1, 1, null).OutputWithInput(4, 0), new TokenPrice(1, 1, null).OutputWithInput(4, 0.7), 12);

    private sealed record Case(IMachine Machine, double Seconds, double Price);

    private static Arbitrary<Case> Cases() => (
        from cents in Gen.Choose(1, 10_000)
        from micro in Gen.Choose(10, 100_000)
        from price in Gen.Choose(1, 10_000)
        from kw in Gen.Choose(0, 2_000)
        from owned in Gen.Elements(true, false)
        select new Case(
            owned
                ? new OwnedMachine { PriceUsd = cents * 10, LoadKw = kw / 1000.0, IdleKw = kw / 4000.0, UsdPerKwh = 0.2 }
                : new RentedMachine(cents / 100.0, "", ""),
            micro / 1e6,
            price / 100.0)).ToArbitrary();
}
