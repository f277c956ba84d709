using InferBench.Core.Errors;
using InferBench.Core.Statistics;
using InferBench.Runtime.Scoring;

namespace InferBench.Tests.Runtime.Scoring;

public sealed class TallyTests
{
    [Fact]
    public void Divergence_KnownRows_IsTheDefinition()
    {
        // KL((1/2, 1/2) ‖ (1/4, 3/4)) = ½·ln 2 + ½·ln ⅔ = ½·ln 4⁄3, and the most likely ids differ.
        var divergence = Measure([(Row(1, 1), Row(1, 3)), (Row(1, 3), Row(1, 3))]);

        Assert.Equal(0.25 * Math.Log(4.0 / 3), divergence.KlMeanNats, 1e-7);
        Assert.Equal(0.5, divergence.Top1Agreement.Value);
        Assert.Equal(2, divergence.Positions);
    }

    [Fact]
    public void Divergence_ManyPositions_HasLoadGensPercentile()
    {
        // Of 300 sorted values, floor(300 · 0.99) = 297 is the third from the top.
        var divergence = Measure([.. Enumerable.Range(1, 300).Select(i => (Row(1, 1), Row(1, 1 + i)))]);

        var third = -Math.Log(2) - (0.5 * (Math.Log(1.0 / 300) + Math.Log(299.0 / 300)));
        Assert.Equal(third, divergence.KlP99Nats!.Value, 1e-6);
    }

    [Fact]
    public void Divergence_MaskedByBothOrByTheReference_AddsNothing()
    {
        Assert.Equal(0, Measure([(Row(1, 1, 0), Row(1, 1, 0))]).KlMeanNats);
        Assert.Equal(Math.Log(1.5), Measure([(Row(1, 1, 0), Row(1, 1, 1))]).KlMeanNats, 1e-7);
    }

    [Fact]
    public void Divergence_MaskedByTheModelAlone_IsInfiniteAndSaysWhere()
    {
        var error = Assert.Throws<BadInputException>(() => Measure([(Row(1, 1, 1), Row(1, 1, 0))]));

        Assert.StartsWith("position 0: the model gives probability 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangeAgainst_AModelWorseByTheSameEverywhere_HasTheIntervalOfThePairsNotOfTheDocuments()
    {
        // Documents differ wildly, the models by 0.05 nats a token in each: the change is known exactly all the same.
        double[][] documents = [[1, 1], [5, 5, 5], [0.1], [9, 2]];

        var change = Tally(documents, 0.05).ChangeAgainst(Tally(documents, 0));

        Assert.Equal(Math.Exp(0.05) - 1, change.Value, 1e-12);
        Assert.Equal(change.Value, change.Low!.Value, 1e-9);
        Assert.Equal(change.Value, change.High!.Value, 1e-9);
    }

    [Fact]
    public void ChangeAgainst_Itself_IsNothing()
    {
        var tally = Tally([[1, 2], [3]], 0);

        Assert.Equal(new Estimate(0, 0, 0), tally.ChangeAgainst(tally));
    }

    [Fact]
    public void ChangeAgainst_OneDocument_HasNoInterval() => Assert.Null(Tally([[1, 2]], 0.1).ChangeAgainst(Tally([[1, 2]], 0)).Low);

    private static NllTally Tally(double[][] documents, double more)
    {
        var tally = new NllTally();
        foreach (var nats in documents)
        {
            tally.BeginDocument();
            Array.ForEach(nats, nat => tally.Add(-(nat + more)));
        }

        return tally;
    }

    [Fact]
    public void Perplexity_DocumentsOfUnequalLength_WeighsTokensAndVariesOverDocuments()
    {
        var tally = new NllTally();
        foreach (var nats in new double[][] { [1, 1], [2], [3, 3, 3] })
        {
            tally.BeginDocument();
            foreach (var nat in nats)
            {
                tally.Add(-nat);
            }
        }

        var result = tally.Result();

        // Cochran's ratio estimator by hand: r = 13/6, residuals −7/3, −1/6, 5/2; se = 3/6 · √(Σ/2/3); t(2) = 4.302653.
        var half = 4.302652729911275 * 0.5 * Math.Sqrt(((49.0 / 9) + (1.0 / 36) + (25.0 / 4)) / 6);
        Assert.Equal(13.0 / 6, result.MeanNllNats, 1e-12);
        Assert.Equal(Math.Exp(13.0 / 6), result.Value.Value, 1e-9);
        Assert.Equal(Math.Exp((13.0 / 6) - half), result.Value.Low!.Value, 1e-9);
        Assert.Equal(Math.Exp((13.0 / 6) + half), result.Value.High!.Value, 1e-6);
        Assert.Equal((6, 3), (result.TokensScored, result.Documents));
    }

    // Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3: 81/263, 15/148, 0/20, 1/29.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    [InlineData(20, 20, 0.8389, 1.0000)]
    public void Wilson_PublishedCases_AreMet(int successes, int trials, double low, double high)
    {
        var share = Wilson.Of(successes, trials);

        Assert.Equal(low, share.Low!.Value, 5e-5);
        Assert.Equal(high, share.High!.Value, 5e-5);
    }

    private static Divergence Measure((LogProbabilities Reference, LogProbabilities Model)[] positions)
    {
        var tally = new DivergenceTally();
        for (var i = 0; i < positions.Length; i++)
        {
            tally.Add(i, positions[i].Reference, positions[i].Model);
        }

        return tally.Result();
    }

    private static LogProbabilities Row(params float[] weights)
    {
        var row = new LogProbabilities(weights.Length);
        row.Set(0, [.. weights.Select(w => MathF.Log(w))]);
        return row;
    }
}
