using InferBench.Cli.Preparation;

namespace InferBench.Cli.Tests.Preparation;

public sealed class MemoryNeedTests
{
    [Fact]
    public void Of_SeveralCells_IsWeightsAndTheLargestCell() =>
        // 8 sequences × ((128 + 64) tokens × 100 bytes of cache + 128 positions × 4000 bytes of logits).
        Assert.Equal(1_000_000 + (8 * ((192 * 100) + (128 * 4000))), MemoryNeed.Of(Prepared.Shard("m", 1_000_000, 100, 1, 8, 2)));

    [Fact]
    public void Of_UnknownShape_IsTheWeights() => Assert.Equal(1_000_000, MemoryNeed.Of(Prepared.Shard("m", 1_000_000, null, 1, 8)));
}
