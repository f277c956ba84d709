using System.Text.Json;
using InferBench.Economics.Catalog;

namespace InferBench.Economics.Tests.Catalog;

public sealed class BuiltInDataTests
{
    [Fact]
    public void Facts_All_StateSourceDateAndConfidenceInTheFile()
    {
        // In the raw files: a confidence that is absent would be read as high.
        var assembly = typeof(PriceCatalog).Assembly;
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Catalog/", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(assembly.GetManifestResourceStream(file)!);
            Assert.All(FactsIn(json.RootElement), fact =>
            {
                Assert.True(fact.TryGetProperty("source", out _), $"{file}: {fact}");
                Assert.True(fact.TryGetProperty("asOf", out _), $"{file}: {fact}");
                Assert.True(fact.TryGetProperty("confidence", out _), $"{file}: {fact}");
            });
        }
    }

    [Fact]
    public void Recalled_All_HaveRecalledAsTheirSource() => Assert.All(
        PriceCatalog.BuiltIn.Entries().SelectMany(entry => entry.Facts),
        fact => Assert.Equal(fact.Fact.Confidence == Confidence.Recalled, fact.Fact.Source == "recalled"));

    [Theory]
    [InlineData("nvidia-rtx-4090-24", HardwareField.Fp8, 330.3e12)] // Ada whitepaper 2.1, appendix A: FP8 with FP32 accumulate
    [InlineData("nvidia-rtx-5090-32", HardwareField.Bf16, 209.5e12)] // RTX Blackwell whitepaper 1.1, appendix A
    [InlineData("nvidia-a100-sxm-80", HardwareField.Bandwidth, 2.039e12)] // A100 80 GB data sheet: 2,039 GB/s
    [InlineData("nvidia-b200-sxm-180", HardwareField.Bandwidth, 7.7e12)] // HGX B200 data sheet: 62 TB/s for eight, and NVIDIA's own simulator
    [InlineData("nvidia-b300-sxm", HardwareField.Int8, 153.5e12)] // Blackwell Ultra gave int8 up
    [InlineData("nvidia-l4-24", HardwareField.Tdp, 72)] // L4 data sheet: 72 W
    public void Hardware_Field_IsWhatItsVendorStates(string device, HardwareField field, double expected) =>
        Assert.Equal(expected, PriceCatalog.BuiltIn.FindHardware(device)!.Find(field)!.BaseValue!.Value, expected * 1e-9);

    [Fact]
    public void Hardware_UsableMemory_IsInBytesAndNominalIsMarked()
    {
        var b300 = PriceCatalog.BuiltIn.FindHardware("b300")!;
        var h100 = PriceCatalog.BuiltIn.FindHardware("h100")!;

        Assert.Equal(275_040d * 1024 * 1024, b300.MemoryFact!.BaseValue);
        Assert.False(b300.MemoryIsNominal);
        Assert.Equal(80e9, h100.MemoryFact!.BaseValue);
        Assert.True(h100.MemoryIsNominal);
    }

    [Fact]
    public void Hardware_AConflict_KeepsEveryFigureAndUsesOne()
    {
        var b300 = PriceCatalog.BuiltIn.FindHardware("b300")!;

        Assert.Equal([14000, 13500, 12600], b300.Facts.Where(fact => fact.Field == HardwareField.Fp4).Select(fact => fact.Value!.Value));
        Assert.Equal(14000e12, b300.Find(HardwareField.Fp4)!.BaseValue);
    }

    [Theory]
    [InlineData("NVIDIA H100 80GB HBM3", "nvidia-h100-sxm-80")]
    [InlineData("h100", "nvidia-h100-sxm-80")]
    [InlineData("h100-sxm-80", "nvidia-h100-sxm-80")]
    [InlineData("NVIDIA GB200", "nvidia-gb200-nvl72")]
    [InlineData("NVIDIA RTX PRO 6000 Blackwell Server Edition", "nvidia-rtx-pro-6000-blackwell")]
    [InlineData("NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition", "nvidia-rtx-pro-6000-blackwell-maxq")]
    [InlineData("NVIDIA GeForce RTX 4090", "nvidia-rtx-4090-24")]
    [InlineData("NVIDIA GeForce RTX 4090 Laptop GPU", null)]
    [InlineData("NVIDIA L40", null)]
    [InlineData("", null)]
    public void FindHardware_WhatPeopleAndDriversSay_IsOneDevice(string name, string? id) => Assert.Equal(id, PriceCatalog.BuiltIn.FindHardware(name)?.Id);

    [Fact]
    public void Api_CancelledRise_IsRejectedAndNeverInForce()
    {
        var offers = PriceCatalog.BuiltIn.Api.Where(offer => offer.ModelId == "anthropic/claude-sonnet-5").ToList();

        Assert.Equal(2, Assert.Single(offers).Input!.Value);
        Assert.Contains(PriceCatalog.BuiltIn.Rejected, figure => figure.Subject == "anthropic/claude-sonnet-5");
    }

    private static IEnumerable<JsonElement> FactsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(FactsIn),
        JsonValueKind.Object when element.TryGetProperty("unit", out _) => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => FactsIn(member.Value)),
        _ => [],
    };
}
