using FsCheck;
using FsCheck.Fluent;
using InferBench.Economics.Catalog;

namespace InferBench.Economics.Tests.Catalog;

public sealed class PriceLookupTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("2026-08-25", 3.29)]
    [InlineData("2026-10-01", 3.49)]
    [InlineData("2026-11-20", 3.99)]
    public void CloudQuotes_ASeriesOfSightings_TakesTheLastByThatDay(string day, double usd)
    {
        var quotes = PriceCatalog.BuiltIn.CloudQuotes("nvidia-h100-sxm-80", Day(day));

        Assert.Equal(usd, quotes.Single(quote => quote.Offer.Id == "runpod/nvidia-h100-sxm-80/on-demand-secure").UsdPerGpuHour);
    }

    [Fact]
    public void CloudQuotes_AnyDevice_HoldNoIndexAndNoEstimate() => Assert.All(
        PriceCatalog.BuiltIn.Hardware.SelectMany(device => PriceCatalog.BuiltIn.CloudQuotes(device.Id, Today)),
        quote => Assert.DoesNotContain(quote.Offer.Plan, new[] { CloudPlan.Index, CloudPlan.TcoEstimate }));

    [Fact]
    public void CloudQuotes_OldAndOlder_WarnAndRefuseAVerdict()
    {
        var quotes = PriceCatalog.BuiltIn.CloudQuotes("nvidia-rtx-3090-24", Today);

        var community = quotes.Single(quote => quote.Offer.Provider == "runpod");
        Assert.Equal(
            ["runpod/nvidia-rtx-3090-24/on-demand-community is 255 days old; prices are looked up again after 90 days",
             "runpod/nvidia-rtx-3090-24/on-demand-community has low confidence"],
            community.Warnings);
        Assert.True(community.SupportsVerdict);
        Assert.False(quotes.Single(quote => quote.Offer.Id == "vast/nvidia-rtx-3090-24/marketplace").SupportsVerdict);
    }

    [Theory]
    [InlineData("anthropic/claude-haiku-5.5", 100_000, 0.1, 0.5)]
    [InlineData("anthropic/claude-haiku-5.5", 100_001, 0.5, 2.5)]
    [InlineData("openai/gpt-6.1-terra", 272_000, 1, 5)]
    [InlineData("openai/gpt-6.1-terra", 272_001, 2, 7.5)]
    public void ApiQuotes_APromptLength_HasThePriceOfItsTier(string model, long promptTokens, double input, double output)
    {
        var offer = Only(model, new(Today, PromptTokens: promptTokens));

        Assert.Equal((input, output), (offer.Input!.Value, offer.Output!.Value));
    }

    [Theory]
    [InlineData("2026-11-20", 3, 59, 1.32)]
    [InlineData("2026-11-20", 4, 0, 0.66)]
    [InlineData("2026-11-21", 3, 59, 0.66)]
    public void ApiQuotes_AnHour_HasThePriceOfItsBand(string day, int hour, int minute, double input) =>
        Assert.Equal(input, Only("deepseek/deepseek-v4-pro", new(Day(day), new(hour, minute))).Input!.Value);

    [Fact]
    public void ApiQuotes_WithoutAnHour_HaveBothBandsThatTogetherFillTheWeek()
    {
        var bands = PriceCatalog.BuiltIn.ApiQuotes(new(Today)).InForce.Select(quote => quote.Offer).Where(offer => offer.ModelId == "deepseek/deepseek-v4-pro").ToList();

        // Peak is 01 to 04 and 06 to 10 UTC on weekdays: 7 hours on 5 days.
        Assert.Equal([133, 35], bands.Select(band => band.Hours!.HoursPerWeek()));
    }

    [Fact]
    public void ApiQuotes_TheDayOfAnAnnouncedRise_TakeItAndSaySo()
    {
        Assert.Equal(10, Only("google/gemini-4-argon", new(new(2026, 11, 30))).Output!.Value);

        var quote = PriceCatalog.BuiltIn.ApiQuotes(new(new(2026, 12, 1))).InForce.Single(one => one.Offer.ModelId == "google/gemini-4-argon");
        Assert.Equal(20, quote.Offer.Output!.Value);
        Assert.Equal(["google/gemini-4-argon@2026-12-01 was announced for 2026-12-01 and not yet seen in force"], quote.Warnings);
    }

    [Fact]
    public void ApiQuotes_WhatExpired_IsNamedAndNotInForce()
    {
        var quotes = PriceCatalog.BuiltIn.ApiQuotes(new(Today));

        Assert.Contains(quotes.Expired, offer => offer.Id == "deepseek/deepseek-v4-pro");
        Assert.DoesNotContain(quotes.InForce, quote => quote.Offer.EffectiveUntil <= Today);
        Assert.Contains(quotes.ToCome, offer => offer.Id == "google/gemini-4-argon@2026-12-01");
    }

    [Fact]
    public void ApiQuotes_AnyMomentAndPrompt_HaveOneOfferForEachModel() => Prop.ForAll(
        (from days in Gen.Choose(0, 800)
         from minute in Gen.Choose(0, 1439)
         from tokens in Gen.Choose(1, 400_000)
         select new PriceMoment(new DateOnly(2025, 6, 1).AddDays(days), TimeOnly.MinValue.AddMinutes(minute), tokens)).ToArbitrary(),
        moment => PriceCatalog.BuiltIn.ApiQuotes(moment).InForce.GroupBy(quote => quote.Offer.ModelId).All(model => model.Count() == 1)).QuickCheckThrowOnFailure();

    private static ApiOffer Only(string model, PriceMoment moment) =>
        PriceCatalog.BuiltIn.ApiQuotes(moment).InForce.Select(quote => quote.Offer).Single(offer => offer.ModelId == model);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
