using System.Numerics;
using InferBench.Core.Scenarios;

namespace InferBench.Core.Tests.Scenarios;

public sealed class EarlyStoppingTests
{
    private const int Bits = 24;
    private const int Whole = 1 << Bits;

    // 0.9^44 = 0.009698 and 0.9^43 = 0.010775; 0.99^459 = 0.009925 and 0.99^458 = 0.010025 (ln 0.01 / ln p, rounded up).
    [Theory]
    [InlineData(0.50, 7)]
    [InlineData(0.90, 44)]
    [InlineData(0.95, 90)]
    [InlineData(0.97, 152)]
    [InlineData(0.99, 459)]
    [InlineData(0.999, 4603)]
    public void UnderNeeded_NoneOver_IsTheLogarithm(double percentile, long expected) => Assert.Equal(expected, EarlyStopping.UnderNeeded(0, percentile));

    // The table of the MLPerf inference rules, appendix "Early Stopping Criterion": 64 queries for P90, 662 for P99.
    [Theory]
    [InlineData(0.90, 64)]
    [InlineData(0.95, 130)]
    [InlineData(0.97, 219)]
    [InlineData(0.99, 662)]
    [InlineData(0.999, 6636)]
    public void QueriesNeeded_UsualPercentiles_AreThoseOfTheRules(double percentile, long expected) =>
        Assert.Equal(expected, EarlyStopping.QueriesNeeded(percentile));

    // Where MLPerf's query counts come from: 24,576 at P90, 57,344 at P95, 90,112 at P97, 270,336 at P99.
    [Theory]
    [InlineData(24_576, 0.90, 2_348L)]
    [InlineData(57_344, 0.95, 2_745L)]
    [InlineData(90_112, 0.97, 2_584L)]
    [InlineData(270_336, 0.99, 2_583L)]
    [InlineData(1, 0.50, null)]
    [InlineData(43, 0.90, null)]
    [InlineData(44, 0.90, 0L)]
    [InlineData(63, 0.90, 0L)]
    [InlineData(64, 0.90, 1L)]
    public void MostOver_QueryCounts_AreThoseOfTheRules(long queries, double percentile, long? expected) =>
        Assert.Equal(expected, EarlyStopping.MostOver(queries, percentile));

    [Fact]
    public void Odds_RandomRuns_AgreeWithExactFractions()
    {
        var random = new Random(20261120);
        for (var trial = 0; trial < 400; trial++)
        {
            var numerator = trial % 4 == 0 ? random.Next(Whole / 4, Whole) : random.Next(Whole / 5 * 4, Whole);
            var under = random.Next(1, 300);
            var over = random.Next(0, trial % 3 == 0 ? 200 : 12);

            var exact = ExactOdds(under, over, numerator);

            Assert.Equal(1, EarlyStopping.Odds(under, over, numerator / (double)Whole) / exact, 1e-11);
        }
    }

    [Fact]
    public void UnderNeeded_RandomRuns_IsTheLeastThatPassesExactly()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 60; trial++)
        {
            var numerator = random.Next(Whole / 50, Whole / 100 * 99);
            var over = random.Next(0, 25);

            var needed = EarlyStopping.UnderNeeded(over, numerator / (double)Whole);

            Assert.True(ExactOdds(needed, over, numerator) < 1 - EarlyStopping.Confidence);
            Assert.True(needed == 1 || ExactOdds(needed - 1, over, numerator) >= 1 - EarlyStopping.Confidence);
        }
    }

    [Fact]
    public void MostOver_EveryCount_IsTheInverseOfUnderNeeded()
    {
        foreach (var percentile in (double[])[0.3, 0.9, 0.99])
        {
            for (var queries = 1; queries < 1_500; queries += 13)
            {
                var most = EarlyStopping.MostOver(queries, percentile) ?? -1;

                Assert.True(most < 0 || EarlyStopping.UnderNeeded(most, percentile) + most <= queries);
                Assert.True(EarlyStopping.UnderNeeded(most + 1, percentile) + most + 1 > queries);
            }
        }
    }

    /// <summary>The binomial sum in whole numbers, of a percentile that is a fraction over a power of two and so has no error as a double.</summary>
    private static double ExactOdds(long under, long over, int numerator)
    {
        var trials = (int)(under + over);
        BigInteger sum = 0, choose = 1;
        for (var k = 0; k <= over; k++)
        {
            sum += choose * BigInteger.Pow(Whole - numerator, k) * BigInteger.Pow(numerator, trials - k);
            choose = choose * (trials - k) / (k + 1);
        }

        // A double holds numbers of up to 1023 bits, and far fewer of their digits.
        var shift = (int)Math.Max(0, sum.GetBitLength() - 1_000);
        return Math.ScaleB((double)(sum >> shift), shift - (trials * Bits));
    }
}
