using InferBench.Economics.Catalog;

namespace InferBench.Economics.Tests.Catalog;

public sealed class PriceCatalogTests
{
    [Fact]
    public void BuiltIn_Always_HoldsEveryFactThatWasGathered()
    {
        var catalog = PriceCatalog.BuiltIn;

        // Counted in the list that the files were made from: 193 device facts and 9 provisioned powers, 3 alternatives of other sources,
        // 134 prices of GPU-hours and 2 earlier sightings, 396 token prices, 31 site figures less those 9 and with a list of 3 split, 28 rates.
        Assert.Equal(193 + 9 + 3, catalog.Hardware.Sum(device => device.Facts.Count));
        Assert.Equal(134 + 2, catalog.Cloud.Sum(offer => offer.Prices.Count));
        Assert.Equal(396, catalog.Api.Sum(offer => offer.Prices.Count()));
        Assert.Equal(31 - 9 + 2, catalog.Site.All.Sum(site => site.Values.Count));
        Assert.Equal(28, catalog.Throughput.Count);
        Assert.Equal(82, catalog.Sources.Count);
    }

    [Fact]
    public void BuiltIn_FieldsThatAreAbsent_HaveTheirDefaults()
    {
        var device = PriceCatalog.BuiltIn.FindHardware("nvidia-h100-sxm-80")!;

        Assert.Empty(device.Exceptions);
        Assert.Equal(1, PriceCatalog.BuiltIn.Cloud.First(offer => offer.Variant == "secure").MinGpus);
    }

    [Fact]
    public void BuiltIn_H100Sxm_HasTheRatesOfNvidiasDataSheet()
    {
        // NVIDIA H100 data sheet: 3.35 TB/s, 1,979 TFLOPS bf16 with sparsity, half of it dense, 700 W.
        var device = PriceCatalog.BuiltIn.FindHardware("H100 SXM")
            ?? PriceCatalog.BuiltIn.FindHardware("NVIDIA H100 80GB HBM3")!;

        Assert.Equal(3.35e12, device.Find(HardwareField.Bandwidth)!.BaseValue!.Value, 1e9);
        Assert.Equal(989e12, device.Find(HardwareField.Bf16)!.BaseValue!.Value, 1e12);
        Assert.Equal(700, device.Find(HardwareField.Tdp)!.BaseValue);
    }
}
