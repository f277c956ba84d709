using InferBench.Core.Ceilings;
using InferBench.Core.Runs;

namespace InferBench.Core.Tests.Ceilings;

public sealed class CeilingRoundsTests
{
    // 1,000 bytes a pass; the rounds' best passes take 1, 2 and 4 s.
    [Fact]
    public void Summarise_Rounds_TakesTheBestPassOfEach()
    {
        var ceiling = CeilingRounds.Summarise(CeilingKind.MemoryRead, null, "m", 1000, null, [[3, 2], [1, 9], [4, 5, 6]]);

        Assert.Equal([500, 1000, 250], ceiling.RoundsPerSecond);
        Assert.Equal(1000, ceiling.BestPerSecond);
        Assert.Equal(500, ceiling.MedianPerSecond);
        Assert.Equal(1.5, ceiling.RelativeSpread);
        Assert.Equal(7, ceiling.Passes);
    }

    [Fact]
    public void Summarise_MatMul_CountsOperations() =>
        Assert.Equal(4e9, CeilingRounds.Summarise(CeilingKind.MatMul, "fp32", "m", 1000, 2e9, [[0.5]]).BestPerSecond);

    [Fact]
    public void Bandwidth_SeveralMethods_IsTheHighest()
    {
        var ceilings = Fabricated.Ceilings(read: 40e9, weights: 42e9, fp32: 100e9);

        Assert.Equal(42e9, ceilings.Bandwidth!.BestPerSecond);
    }

    [Theory]
    [InlineData("fp32", 100e9)]
    [InlineData("fp32-anything", 100e9)]
    [InlineData("int4-rtn-b32-sym", null)]
    public void MatMul_FullName_FindsItsFormat(string precision, double? expected) =>
        Assert.Equal(expected, Fabricated.Ceilings(40e9, 42e9, 100e9).MatMul(precision)?.BestPerSecond);

    [Theory]
    [InlineData("fp16", 900e12)]
    [InlineData("bf16", 800e12)]
    [InlineData("int4-rtn-b32-sym-a16", 700e12)]
    [InlineData("int4-rtn-b32-sym-abf16", null)]
    public void MatMul_SixteenBits_IsTheRateOfThatTypeAndNoOther(string precision, double? expected) => Assert.Equal(
        expected, Fabricated.Peaks("cuda", ("fp16", 900e12), ("bf16", 800e12), ("int4", 700e12)).MatMul(precision)?.BestPerSecond);

    [Theory]
    [InlineData(0.05, 0, 2, false)]
    [InlineData(0.5, 0, 2, true)]
    [InlineData(0, 0.5, 2, true)]
    [InlineData(5, 0, 8, false)]
    public void Doubt_OthersHadTheProcessors_IsSaid(double others, double stolen, int cores, bool expected)
    {
        var ceilings = Fabricated.Ceilings(40e9, 42e9, 100e9) with { Contention = new CpuContention(2, others, stolen, cores) };

        Assert.Equal(expected, ceilings.Doubt?.Contains("of the 2 cores", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData(40, 44, false)]
    [InlineData(40, 60, true)]
    public void Doubt_MemoryUnsteadyFromRoundToRound_IsSaid(double least, double most, bool expected)
    {
        var read = CeilingRounds.Summarise(CeilingKind.MemoryRead, null, "m", 1_000_000_000, null, [[1 / least], [1 / most], [1 / least]]);

        var doubt = new MachineCeilings("cpu", 2, [read], [], null, 1).Doubt;

        Assert.Equal(expected, doubt?.Contains("40.0 to 60.0 GB/s from round to round", StringComparison.Ordinal) ?? false);
    }
}
