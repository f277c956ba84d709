using InferBench.Economics.Catalog;
using InferBench.Economics.Prices;
using InferBench.Tests;

namespace InferBench.Economics.Tests.Prices;

public sealed class AssumedPriceTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void For_TwoCoresWithoutAGpu_SaysItsAssumptionInWords(string culture)
    {
        using var scope = new CultureScope(culture);

        var price = AssumedPrice.For(Runs.Machine(cores: 2), ["cpu"]);

        Assert.Equal(0.10, price.UsdPerHour, 12);
        Assert.True(price.Assumed);
        Assert.NotNull(price.AsOf);
        Assert.Equal("2 cores at $0.05 per core-hour, a round figure for general-purpose cloud machines on demand; not a quote", price.Source);
    }

    [Theory]
    [InlineData("NVIDIA H100 80GB HBM3", 3.99)]
    [InlineData("NVIDIA H100 PCIe", 2.89)]
    [InlineData("NVIDIA H100 NVL", 3.19)]
    [InlineData("NVIDIA H200", 3.99)]
    [InlineData("NVIDIA A100-SXM4-40GB", 1.99)]
    [InlineData("NVIDIA A100-SXM4-80GB", 1.79)]
    [InlineData("NVIDIA A100 80GB PCIe", 1.79)]
    [InlineData("NVIDIA L4", 0.7992)]
    [InlineData("NVIDIA L40S", 0.72)]
    [InlineData("Tesla T4", 0.5904)]
    [InlineData("NVIDIA GeForce RTX 4090", 0.53)]
    [InlineData("NVIDIA B200", 6.69)]
    [InlineData("NVIDIA GB200", 10.5)]
    public void For_ListedGpu_TakesItsListPriceAndNamesTheListing(string name, double usdPerHour)
    {
        var price = AssumedPrice.For(Runs.Machine(16, name), ["cuda"]);

        Assert.Equal(usdPerHour, price.UsdPerHour);
        Assert.True(price.Assumed);
        Assert.StartsWith($"one {name} at a list price: ", price.Source, StringComparison.Ordinal);
        Assert.Equal(PriceCatalog.BuiltIn.Version, price.CatalogVersion);
    }

    [Theory]
    [InlineData("NVIDIA GB300")]
    [InlineData("NVIDIA L40")]
    [InlineData("NVIDIA GeForce RTX 4090 Laptop GPU")]
    [InlineData("Some Other GPU")]
    public void For_UnlistedGpu_SaysThatNoPriceIsKnown(string name)
    {
        var price = AssumedPrice.For(Runs.Machine(16, name), ["cuda"]);

        Assert.Equal(AssumedPrice.UsdPerUnlistedGpuHour, price.UsdPerHour);
        Assert.Contains("no listed price is known", price.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void For_ListedGpu_NamesProviderPlanAndSource() => Assert.Equal(
        "one NVIDIA B200 at a list price: lambda on demand, in a node of 8, from "
        + "https://raw.githubusercontent.com/api-evangelist/lambda-labs/refs/heads/main/plans/lambda-labs-plans-pricing.yml, 2026-09-20",
        AssumedPrice.For(Runs.Machine(16, "NVIDIA B200"), ["cuda"]).Source);

    [Fact]
    public void For_TensorRt_PricesTheGpu() =>
        Assert.Equal(AssumedPrice.For(Runs.Machine(16, "NVIDIA L4"), ["cuda"]), AssumedPrice.For(Runs.Machine(16, "NVIDIA L4"), ["cpu", "tensorrt"]));

    [Fact]
    public void For_GpuThatTheRunDoesNotUse_PricesTheCores() =>
        Assert.Equal(16 * AssumedPrice.UsdPerCoreHour, AssumedPrice.For(Runs.Machine(16, "NVIDIA H200"), ["cpu"]).UsdPerHour, 12);
}
