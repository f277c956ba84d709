using InferBench.Economics.Catalog;
using InferBench.Economics.Catalog.Rules;

namespace InferBench.Economics.Tests.Catalog.Rules;

public sealed class OfferRuleTests
{
    private static readonly TimeBand Peak = new() { Windows = [new(new(1, 0), new(4, 0))], Days = [DayOfWeek.Monday] };

    [Theory]
    [InlineData(31.92, "31.92 USD for an hour of one GPU is outside 0.05 to 15; is it the price of a node or a month?")]
    [InlineData(0.0011, "0.0011 USD for an hour of one GPU is outside 0.05 to 15; is it the price of a node or a month?")]
    public void HourlyPrice_OfANodeOrASecond_IsAnError(double usd, string problem) =>
        Assert.Equal([$"Error p/nvidia-x/on-demand: price: {problem}"], Entries.Found<HourlyPriceRule>(Entries.With(Entries.Cloud(Entries.Price(usd)))));

    [Theory]
    [InlineData(0.05)]
    [InlineData(3.99)]
    [InlineData(15)]
    public void HourlyPrice_OfOneGpu_IsFine(double usd) => Assert.Empty(Entries.Found<HourlyPriceRule>(Entries.With(Entries.Cloud(Entries.Price(usd)))));

    [Theory]
    [InlineData(0.000003, false)]
    [InlineData(0.003, true)]
    [InlineData(150, true)]
    [InlineData(3000, false)]
    public void TokenPrice_OfAMillion_IsBetweenATenthOfACentAndAThousandDollars(double usd, bool fine) =>
        Assert.Equal(fine ? 0 : 1, Entries.Found<TokenPriceRule>(Entries.With(Entries.Api(usd, 2))).Count);

    [Fact]
    public void CacheRead_AboveInput_IsAnError()
    {
        Assert.Equal(["Error p/m: cache-read at 2 is above input at 1; are they exchanged?"], Entries.Found<CacheReadRule>(Entries.With(Entries.Api(cacheRead: 2))));
        Assert.Empty(Entries.Found<CacheReadRule>(Entries.With(Entries.Api(cacheRead: 1))));
    }

    [Fact]
    public void OutputBelowInput_IsANote()
    {
        Assert.Equal(["Note p/m: output at 1 is below input at 2; are they exchanged?"], Entries.Found<OutputBelowInputRule>(Entries.With(Entries.Api(2, 1))));
        Assert.Empty(Entries.Found<OutputBelowInputRule>(Entries.With(Entries.Api(1, 1))));
    }

    [Fact]
    public void PriceJump_BeyondFortyPercentFromTheSameSource_WantsASecondOne()
    {
        var steady = Entries.Cloud(Entries.Price(1, asOf: "2026-01"), Entries.Price(1.39, asOf: "2026-02"));
        var jumping = Entries.Cloud(Entries.Price(1, asOf: "2026-01"), Entries.Price(1.41, asOf: "2026-02"));
        var confirmed = Entries.Cloud(Entries.Price(1, asOf: "2026-01"), Entries.Price(1.41, source: "t", asOf: "2026-02"));

        Assert.Equal(
            ["Note p/nvidia-x/on-demand: moved from 1 to 1.41 USD/GPU-hour; a second source should confirm it"], Entries.Found<PriceJumpRule>(Entries.With(jumping)));
        Assert.Empty(Entries.Found<PriceJumpRule>(Entries.With(steady)));
        Assert.Empty(Entries.Found<PriceJumpRule>(Entries.With(confirmed)));
    }

    [Fact]
    public void Interval_ThatEndsBeforeItBegins_IsAnError()
    {
        var offer = Entries.Api() with { EffectiveFrom = new(2026, 3, 1), EffectiveUntil = new(2026, 3, 1) };

        Assert.Equal(["Error p/m@2026-03-01: effectiveUntil 2026-03-01 is not after effectiveFrom 2026-03-01"], Entries.Found<IntervalRule>(Entries.With(offer)));
        Assert.Empty(Entries.Found<IntervalRule>(Entries.With(offer with { EffectiveUntil = new(2026, 3, 2) })));
    }

    [Fact]
    public void Expired_ShippedIsNotedAndTheUsersOwnIsAnError()
    {
        var offer = Entries.Api() with { EffectiveUntil = Entries.Today };

        Assert.Equal(["Note p/m: expired on 2026-11-20 and is not used"], Entries.Found<ExpiredRule>(Entries.With(offer)));
        Assert.Equal(["Error p/m: expired on 2026-11-20; give the price that holds on 2026-11-20"], Entries.FoundInOwn<ExpiredRule>(Entries.With(offer)));
        Assert.Empty(Entries.Found<ExpiredRule>(Entries.With(offer with { EffectiveUntil = Entries.Today.AddDays(1) })));
    }

    [Fact]
    public void Overlap_OfDaysPromptsAndHours_IsAnError()
    {
        var first = Entries.Api() with { EffectiveUntil = new(2026, 8, 16) };
        var second = Entries.Api() with { EffectiveFrom = new(2026, 8, 15) };

        Assert.Equal(
            ["Error p/m@2026-08-15: holds for the same prompts, hours and days as p/m; end one with effectiveUntil"], Entries.Found<OverlapRule>(Entries.With(first, second)));
        Assert.Empty(Entries.Found<OverlapRule>(Entries.With(first, second with { EffectiveFrom = new(2026, 8, 16) })));
        Assert.Empty(Entries.Found<OverlapRule>(Entries.With(
            first with { Context = new() { MaxInputTokens = 1000 } }, second with { Context = new() { MinInputTokens = 1001 } })));
        Assert.Empty(Entries.Found<OverlapRule>(Entries.With(first with { Hours = Peak }, second with { Hours = Peak with { Outside = true } })));
    }

    [Fact]
    public void Tier_EmptyRangeOrWindow_IsAnError()
    {
        var backwards = Peak with { Windows = [new(new(4, 0), new(1, 0))] };

        Assert.Single(Entries.Found<TierRule>(Entries.With(Entries.Api() with { Context = new() { MinInputTokens = 2, MaxInputTokens = 1 } })));
        Assert.Single(Entries.Found<TierRule>(Entries.With(Entries.Api() with { Hours = backwards })));
        Assert.Empty(Entries.Found<TierRule>(Entries.With(Entries.Api() with { Context = new() { MaxInputTokens = 1 }, Hours = Peak })));
    }

    [Fact]
    public void DefaultOffer_TwoOrOneThatNobodySells_IsAnError()
    {
        var offer = Entries.Cloud(Entries.Price(2)) with { Default = true };

        Assert.Equal(["Error p/nvidia-x/on-demand-8x: is one of 2 defaults for nvidia-x; keep one"], Entries.Found<DefaultOfferRule>(Entries.With(offer, offer with { MinGpus = 8 })));
        Assert.Contains("nobody sells", Assert.Single(Entries.Found<DefaultOfferRule>(Entries.With(offer with { Plan = CloudPlan.TcoEstimate }))), StringComparison.Ordinal);
        Assert.Empty(Entries.Found<DefaultOfferRule>(Entries.With(offer)));
    }
}
