using InferBench.Core.Loads;

namespace InferBench.Core.Tests.Loads;

public sealed class BatchSizesTests
{
    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(2, new[] { 1, 2 })]
    [InlineData(6, new[] { 1, 2, 4, 6 })]
    [InlineData(8, new[] { 1, 2, 4, 8 })]
    public void UpTo_Most_IsPowersOfTwoAndTheMost(int most, int[] expected) => Assert.Equal(expected, BatchSizes.UpTo(most));
}
