using InferBench.Cli.Quality;

namespace InferBench.Cli.Tests.Quality;

public sealed class ScoredTextTests
{
    private static readonly int[][] Documents = [[1, 2, 3, 4], [5], [6, 7, 8], [9, 10]];

    [Fact]
    public void Fit_NoLimit_LeavesOutOnlyWhatCannotBeScored()
    {
        var text = ScoredText.Fit(Documents, int.MaxValue, null);

        Assert.Equal([[1, 2, 3, 4], [6, 7, 8], [9, 10]], text.Documents);
        Assert.Equal(0, text.Cut);
    }

    [Fact]
    public void Fit_ShortContext_CutsAndCounts()
    {
        var text = ScoredText.Fit(Documents, 3, null);

        Assert.Equal([[1, 2, 3], [6, 7, 8], [9, 10]], text.Documents);
        Assert.Equal(1, text.Cut);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(6, 3)]
    [InlineData(100, 3)]
    public void Fit_LimitOnTokens_ScoresNoMore(int most, int documents)
    {
        var text = ScoredText.Fit(Documents, int.MaxValue, most);

        Assert.Equal(documents, text.Documents.Count);
        Assert.Equal(Math.Min(most, 6), text.Documents.Sum(document => document.Length - 1));
    }

    [Fact]
    public void Fit_LimitReached_ReadsNoFurther()
    {
        static IEnumerable<int[]> Endless()
        {
            yield return [1, 2, 3];
            throw new InvalidOperationException("read on");
        }

        Assert.Single(ScoredText.Fit(Endless(), int.MaxValue, 2).Documents);
    }
}
