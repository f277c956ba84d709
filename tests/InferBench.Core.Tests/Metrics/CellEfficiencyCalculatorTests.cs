using InferBench.Core.Ceilings;
using InferBench.Core.Metrics;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using Fabricated = InferBench.Core.Tests.Ceilings.Fabricated;

namespace InferBench.Core.Tests.Metrics;

public sealed class CellEfficiencyCalculatorTests
{
    private static readonly Cell Cell = new("m", "fp32", "cpu", 4, 100, 11, 2);
    private static readonly RunModel Model = new("m", "fp32", "cpu", "m.onnx", "00", 500, 130, 400_000_000, "genai", 1024, true, KvBytesPerToken: 1_000_000, MultipliedParameters: 50_000_000);
    private static readonly MachineCeilings Ceilings = Fabricated.Ceilings(read: 40e9, weights: 30e9, fp32: 400e9);

    // TTFT 200 ms, then ten steps of 50 ms.
    private static readonly DecoderMetrics Metrics = DecoderMetricsCalculator.Compute(
        Cell, [.. Enumerable.Range(0, 3).Select(_ => new OperationSample(0, [.. Enumerable.Range(0, 11).Select(i => 200_000_000L + (i * 50_000_000L))]))]);

    // 400 MB of weights and 4 × 105.5 MB of keys and values in 50 ms are 16.44 GB/s, of 40.
    [Fact]
    public void Compute_Decode_IsByHand()
    {
        var efficiency = CellEfficiencyCalculator.Compute(Cell, Metrics, Model, Ceilings)!;

        Assert.Equal(822e6, efficiency.DecodeBytesPerStep);
        Assert.Equal(0.411, efficiency.DecodeBandwidthUse!.Value, 9);
        Assert.Equal(40e9, efficiency.BandwidthBytesPerSecond);
    }

    // 2 × 50 M × 4 × 100 operations in 200 ms are 200 G a second, of 400.
    [Fact]
    public void Compute_Prefill_IsByHand()
    {
        var efficiency = CellEfficiencyCalculator.Compute(Cell, Metrics, Model, Ceilings)!;

        Assert.Equal(40e9, efficiency.PrefillOperations);
        Assert.Equal(0.5, efficiency.PrefillComputeUse!.Value, 9);
    }

    [Fact]
    public void Compute_NoCeilings_IsUnknown() => Assert.Null(CellEfficiencyCalculator.Compute(Cell, Metrics, Model, null));

    [Fact]
    public void Compute_CeilingsOfOtherThreads_AreNoMeasure()
    {
        Assert.Null(CellEfficiencyCalculator.Compute(Cell with { Threads = 1 }, Metrics, Model, Ceilings));
        Assert.Null(CellEfficiencyCalculator.Compute(Cell with { Provider = "cuda" }, Metrics, Model, Ceilings));
    }

    /// <summary>Both compute on one device, and threads of the processor have no part in it.</summary>
    [Theory]
    [InlineData("cuda", true)]
    [InlineData("tensorrt", true)]
    [InlineData("cpu", false)]
    public void Compute_CeilingsOfTheDevice_AreTheMeasureOfWhatRunsOnIt(string provider, bool measured)
    {
        var efficiency = CellEfficiencyCalculator.Compute(Cell with { Provider = provider, Threads = 1 }, Metrics, Model, Ceilings with { Provider = "cuda" });

        Assert.Equal(measured ? 40e9 : null, efficiency?.BandwidthBytesPerSecond);
    }

    [Fact]
    public void Compute_ModelThatDoesNotSay_HasNoShares()
    {
        var efficiency = CellEfficiencyCalculator.Compute(Cell, Metrics, Model with { KvBytesPerToken = null, MultipliedParameters = null }, Ceilings)!;

        Assert.Null(efficiency.DecodeBandwidthUse);
        Assert.Null(efficiency.PrefillComputeUse);
    }

    [Fact]
    public void Compute_PrecisionWithoutPeak_HasNoComputeUse() =>
        Assert.Null(CellEfficiencyCalculator.Compute(Cell with { Precision = "int4-rtn-b32-sym" }, Metrics, Model, Ceilings)!.PrefillComputeUse);

    // 200 G operations a second, of 250 in bf16; what the machine does in fp16 is no measure.
    [Fact]
    public void Compute_BFloat16_IsAgainstItsOwnPeak()
    {
        var cell = Cell with { Precision = "bf16", Provider = "cuda" };

        Assert.Equal(0.8, CellEfficiencyCalculator.Compute(cell, Metrics, Model, Fabricated.Peaks("cuda", ("fp16", 400e9), ("bf16", 250e9)))!.PrefillComputeUse!.Value, 9);
        Assert.Null(CellEfficiencyCalculator.Compute(cell, Metrics, Model, Fabricated.Peaks("cuda", ("fp16", 400e9)))!.PrefillComputeUse);
    }

    // 16.44 GB/s of the mean of 18 and 22.
    [Fact]
    public void Compute_MemoryReadMeanwhile_IsAShareOfItsMean()
    {
        var efficiency = CellEfficiencyCalculator.Compute(Cell, Metrics, Model, Ceilings, new MemorySpeed(18e9, 22e9, 1 << 27, 2))!;

        Assert.Equal(0.822, efficiency.DecodeBandwidthUseMeanwhile!.Value, 9);
        Assert.Equal(0.411, efficiency.DecodeBandwidthUse!.Value, 9);
    }

    [Fact]
    public void Compute_MemoryReadButNoCeilings_HasTheShareOfThatAlone()
    {
        var efficiency = CellEfficiencyCalculator.Compute(Cell, Metrics, Model, null, new MemorySpeed(18e9, 22e9, 1 << 27, 2))!;

        Assert.NotNull(efficiency.DecodeBandwidthUseMeanwhile);
        Assert.Null(efficiency.DecodeBandwidthUse);
        Assert.Null(efficiency.PrefillComputeUse);
    }

    [Fact]
    public void Compute_CeilingOfZero_IsNoDivisor() =>
        Assert.Null(CellEfficiencyCalculator.Compute(Cell, Metrics, Model, Fabricated.Ceilings(0, 0, 0))!.DecodeBandwidthUse);
}
