using InferBench.Economics.Catalog;
using InferBench.Economics.Catalog.Rules;

namespace InferBench.Economics.Tests.Catalog.Rules;

public sealed class HardwareRuleTests
{
    private static readonly HardwareSpec H100 = Entries.Device(
        90,
        (HardwareField.Bandwidth, 3350, "GB/s"), (HardwareField.Bf16, 989, "TFLOPS"), (HardwareField.Fp8, 1978, "TFLOPS"), (HardwareField.MeasuredBf16, 794.5, "TFLOPS"));

    /// <summary>What spec sites print of an H100: the sparse rate as if it were dense.</summary>
    private static readonly HardwareSpec Sparse = Entries.Device(
        90,
        (HardwareField.Bandwidth, 3350, "GB/s"), (HardwareField.Bf16, 1979, "TFLOPS"), (HardwareField.Fp8, 1978, "TFLOPS"), (HardwareField.MeasuredBf16, 794.5, "TFLOPS"));

    [Fact]
    public void Fp8Rate_OtherThanTwiceBf16_IsAnErrorUnlessTheDeviceIsAKnownException()
    {
        Assert.Equal(
            ["Error nvidia-x: fp8 is 1 times bf16 and should be twice; is one of them a sparse rate or one with 16-bit accumulation?"],
            Entries.Found<Fp8RateRule>(Entries.With(Sparse)));
        Assert.Empty(Entries.Found<Fp8RateRule>(Entries.With(H100)));
        Assert.Empty(Entries.Found<Fp8RateRule>(Entries.With(Sparse with { Exceptions = ["fp8-rate"] })));
    }

    [Fact]
    public void Fp8Rate_OfTheFirstAdaWhitepaper_IsCaught() =>
        Assert.Single(Entries.Found<Fp8RateRule>(Entries.With(Entries.Device(89, (HardwareField.Bf16, 165.2, "TFLOPS"), (HardwareField.Fp8, 660.6, "TFLOPS")))));

    [Fact]
    public void Fp8Hardware_BeforeComputeCapability89_IsAnError()
    {
        Assert.Equal(
            ["Error nvidia-x: has an fp8 rate, and compute capability 8.0 has no fp8 units"],
            Entries.Found<Fp8HardwareRule>(Entries.With(Entries.Device(80, (HardwareField.Fp8, 624, "TFLOPS")))));
        Assert.Empty(Entries.Found<Fp8HardwareRule>(Entries.With(Entries.Device(89, (HardwareField.Fp8, 242, "TFLOPS")))));
    }

    [Fact]
    public void Fp4Hardware_BeforeBlackwellOrBelowTwiceFp8_IsAnError()
    {
        Assert.Contains("only Blackwell", Assert.Single(Entries.Found<Fp4HardwareRule>(Entries.With(Entries.Device(90, (HardwareField.Fp4, 4000, "TFLOPS"))))), StringComparison.Ordinal);
        Assert.Single(Entries.Found<Fp4HardwareRule>(Entries.With(Entries.Device(100, (HardwareField.Fp4, 4500, "TFLOPS"), (HardwareField.Fp8, 4500, "TFLOPS")))));
        Assert.Empty(Entries.Found<Fp4HardwareRule>(Entries.With(Entries.Device(100, (HardwareField.Fp4, 9000, "TFLOPS"), (HardwareField.Fp8, 4500, "TFLOPS")))));
    }

    [Fact]
    public void FlopByte_BeyondWhatIsSold_IsAnError()
    {
        Assert.StartsWith(
            "Error nvidia-x: 591 operations for each byte of bandwidth is outside 50 to 450", Assert.Single(Entries.Found<FlopByteRule>(Entries.With(Sparse))), StringComparison.Ordinal);
        Assert.Empty(Entries.Found<FlopByteRule>(Entries.With(H100)));
        Assert.Empty(Entries.Found<FlopByteRule>(Entries.With(Sparse with { Exceptions = ["flop-byte"] })));
    }

    [Fact]
    public void SparseRate_OfWhichTooLittleIsReached_IsAnError()
    {
        Assert.Equal(["Error nvidia-x: bf16: 40 % of it was reached by measurement; is it a sparse rate?"], Entries.Found<SparseRateRule>(Entries.With(Sparse)));
        Assert.Empty(Entries.Found<SparseRateRule>(Entries.With(H100)));
    }

    [Fact]
    public void UsableMemory_FarFromWhatIsPrinted_IsAnError()
    {
        Assert.Single(Entries.Found<UsableMemoryRule>(Entries.With(Entries.Device(null, (HardwareField.Memory, 80, "GB"), (HardwareField.UsableMemory, 81559, "B")))));
        Assert.Empty(Entries.Found<UsableMemoryRule>(Entries.With(Entries.Device(null, (HardwareField.Memory, 80, "GB"), (HardwareField.UsableMemory, 81559, "MiB")))));
    }

    [Fact]
    public void EveryRule_TheShippedCatalog_HasNoErrors() =>
        Assert.DoesNotContain(CatalogCheck.Of(PriceCatalog.BuiltIn, Entries.Today), finding => finding.Severity == CatalogSeverity.Error);
}
