using InferBench.Core.Statistics;
using InferBench.Runtime.Decoding;

namespace InferBench.Tests.Runtime.Decoding;

public sealed class PromptIdsTests
{
    [Fact]
    public void Random_SameSeed_GivesTheSameIdsOnEveryPlatform()
    {
        var ids = PromptIds.Random(42, 1, 5, 32_000);

        Assert.Equal(ids, PromptIds.Random(42, 1, 5, 32_000));

        // Made by an independent implementation of SplitMix64.
        Assert.Equal([19669L, 14405L, 6606L, 12797L, 23874L], ids);
    }

    [Fact]
    public void Random_Rows_DifferAndDoNotDependOnTheBatch()
    {
        var ids = PromptIds.Random(1, 8, 64, 32_000);
        var rows = Enumerable.Range(0, 8).Select(r => string.Join(",", ids.Skip(r * 64).Take(64))).ToList();

        Assert.Equal(8, rows.Distinct().Count());
        Assert.Equal(PromptIds.Random(1, 2, 64, 32_000), ids.Take(128));
    }

    [Fact]
    public void Random_OrdinaryVocabulary_AvoidsSpecialIdsAndFillsTheRest()
    {
        var ids = PromptIds.Random(3, 4, 1_000, 20);

        Assert.Equal(Enumerable.Range(3, 17).Select(i => (long)i), ids.Distinct().Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Random_TinyVocabulary_StaysInside(int vocabulary)
    {
        Assert.All(PromptIds.Random(3, 1, 100, vocabulary), id => Assert.InRange(id, 0, vocabulary - 1));
    }
}
