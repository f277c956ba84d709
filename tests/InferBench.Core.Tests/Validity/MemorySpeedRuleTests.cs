using InferBench.Core.Runs;
using InferBench.Core.Validity;

namespace InferBench.Core.Tests.Validity;

public sealed class MemorySpeedRuleTests
{
    [Theory]
    [InlineData(40e9, 60e9, "read at 40.0 GB/s before the cell and at 60.0 GB/s after it")]
    [InlineData(60e9, 40e9, "read at 60.0 GB/s before the cell and at 40.0 GB/s after it")]
    public void Judge_MemoryHalfAsFastAgain_IsSaid(double before, double after, string expected) =>
        Assert.Contains(expected, Said(new MemorySpeed(before, after, 1 << 27, 2)), StringComparison.Ordinal);

    [Theory]
    [InlineData(40e9, 40e9)]
    [InlineData(40e9, 47e9)]
    [InlineData(47e9, 40e9)]
    public void Judge_MemoryAboutAsFast_IsNotSaid(double before, double after) => Assert.Null(Said(new MemorySpeed(before, after, 1 << 27, 2)));

    [Fact]
    public void Judge_NobodyRead_IsNotSaid() => Assert.Null(Said(null));

    private static string? Said(MemorySpeed? memory) => Judged.By(new MemorySpeedRule(), Judged.Cell, Judged.Measurement([10, 10, 10]) with { Memory = memory });
}
