using InferBench.Economics.Catalog;
using InferBench.Economics.Catalog.Rules;

namespace InferBench.Economics.Tests.Catalog.Rules;

public sealed class FactRuleTests
{
    private static readonly CatalogDocument Good = Entries.With(Entries.Cloud(Entries.Price(2)));

    [Theory]
    [InlineData("EUR/GPU-hour", "Error p/nvidia-x/on-demand: price: 'EUR/GPU-hour' is no unit for it; write USD/GPU-hour")]
    [InlineData("USD/1M tokens", "Error p/nvidia-x/on-demand: price: 'USD/1M tokens' is no unit for it; write USD/GPU-hour")]
    [InlineData("text", "Error p/nvidia-x/on-demand: price: 'text' is no unit for it; write USD/GPU-hour")]
    [InlineData("", "Error p/nvidia-x/on-demand: price: has no unit; write USD/GPU-hour")]
    public void Unit_OfAnotherQuantity_IsAnError(string unit, string expected) =>
        Assert.Equal([expected], Entries.Found<UnitRule>(Entries.With(Entries.Cloud(Entries.Price(2, unit)))));

    [Fact]
    public void Unit_OfTheQuantity_IsFine() => Assert.Empty(Entries.Found<UnitRule>(Good));

    [Fact]
    public void Unit_OfAShippedSiteFigure_MustBeItsOwn() => Assert.Equal(
        ["Error electricity-us-commercial: value: 'kW' is no unit for it; write USD/kWh"],
        Entries.Found<UnitRule>(Entries.Empty with { Site = [new() { Id = SiteFacts.ElectricityUsCommercial, Values = [Entries.Price(0.1, "kW")] }] }));

    [Fact]
    public void Value_Absent_IsAnErrorForAPriceAndKnowledgeForADevice()
    {
        Assert.Equal(["Error p/nvidia-x/on-demand: price: has no value"], Entries.Found<ValueRule>(Entries.With(Entries.Cloud(Entries.Price(null)))));
        Assert.Equal(["Error p/m: has no price"], Entries.FoundInOwn<ValueRule>(Entries.With(Entries.Api(null, null))));
        Assert.Empty(Entries.Found<ValueRule>(Good));
    }

    [Fact]
    public void Negative_BelowZero_IsAnError()
    {
        Assert.Equal(["Error p/nvidia-x/on-demand: price: -3.99 USD/GPU-hour is negative"], Entries.Found<NegativeRule>(Entries.With(Entries.Cloud(Entries.Price(-3.99)))));
        Assert.Empty(Entries.Found<NegativeRule>(Good));
    }

    [Fact]
    public void Source_AbsentOrUnknown_IsAnErrorAndWordsAreFineInAUsersFile()
    {
        Assert.Contains("has no source", Assert.Single(Entries.Found<SourceRule>(Entries.With(Entries.Cloud(Entries.Price(2, source: " "))))), StringComparison.Ordinal);
        Assert.Contains("'own quote' is not in the list", Assert.Single(Entries.Found<SourceRule>(Entries.With(Entries.Cloud(Entries.Price(2, source: "own quote"))))), StringComparison.Ordinal);
        Assert.Empty(Entries.FoundInOwn<SourceRule>(Entries.With(Entries.Cloud(Entries.Price(2, source: "own quote")))));
        Assert.Empty(Entries.Found<SourceRule>(Good));
    }

    [Fact]
    public void Date_InTheFutureOrAbsentFromAUsersFile_IsAnError()
    {
        Assert.Equal(
            ["Error p/nvidia-x/on-demand: price: is of 2026-12-01, which is after 2026-11-20"],
            Entries.Found<DateRule>(Entries.With(Entries.Cloud(Entries.Price(2, asOf: "2026-12-01")))));
        Assert.Contains("has no date", Assert.Single(Entries.FoundInOwn<DateRule>(Entries.With(Entries.Cloud(Entries.Price(2, asOf: "undated"))))), StringComparison.Ordinal);
        Assert.Empty(Entries.Found<DateRule>(Entries.With(Entries.Cloud(Entries.Price(2, asOf: "2026-11")))));
    }

    [Fact]
    public void Recalled_WithoutASource_IsNamed()
    {
        var offer = Entries.Cloud(Entries.Price(2) with { Confidence = Confidence.Recalled });

        Assert.StartsWith("Note p/nvidia-x/on-demand: price: from memory", Assert.Single(Entries.Found<RecalledRule>(Entries.With(offer))), StringComparison.Ordinal);
        Assert.Empty(Entries.Found<RecalledRule>(Good));
    }

    [Fact]
    public void Duplicate_SameIdentityTwice_IsAnErrorWhateverItsCase()
    {
        var offer = Entries.Cloud(Entries.Price(2));

        Assert.Equal(
            ["Error p/nvidia-x/on-demand: stands 2 times in the file; keep one"],
            Entries.Found<DuplicateRule>(Entries.With(offer, offer with { Provider = "P" })));
        Assert.Empty(Entries.Found<DuplicateRule>(Entries.With(offer, offer with { MinGpus = 8 })));
    }

    [Fact]
    public void UnknownDevice_NotInTheCatalog_NamesTheNearestAndAllowsFamiliesForAnIndex()
    {
        var offer = Entries.Cloud(Entries.Price(2)) with { Gpu = "nvidia-xx" };
        var family = offer with { Gpu = "nvidia", Plan = CloudPlan.Index };

        Assert.Equal(
            ["Error p/nvidia-xx/on-demand: 'nvidia-xx' is no device of the catalog; did you mean nvidia-x?"],
            Entries.Found<UnknownDeviceRule>(Entries.With(offer)));
        Assert.Empty(Entries.Found<UnknownDeviceRule>(Entries.With(family)));
        Assert.NotEmpty(Entries.Found<UnknownDeviceRule>(Entries.With(family with { Plan = CloudPlan.OnDemand })));
        Assert.Empty(Entries.Found<UnknownDeviceRule>(Good));
    }

    [Fact]
    public void Age_OldPrices_AreCountedByKindAndAge()
    {
        var old = Entries.Cloud(Entries.Price(2, asOf: "2026-01-01"));
        var ancient = Entries.Api() with { Input = Entries.Token(1, "2025-01-01") };

        Assert.Equal(
            ["Note cloud: 1 of 1 prices in force are old on 2026-11-20 (90 days, 30 on marketplaces): look them up before they decide anything",
             "Note api: 1 of 1 prices in force are over a year old on 2026-11-20: no verdict rests on them"],
            Entries.Found<AgeRule>(Entries.With(old) with { Api = [ancient] }));
        Assert.Empty(Entries.Found<AgeRule>(Good));
    }
}
