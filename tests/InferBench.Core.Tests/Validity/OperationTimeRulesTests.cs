using InferBench.Core.Validity;

namespace InferBench.Core.Tests.Validity;

public sealed class OperationTimeRulesTests
{
    private const int Cells = 1_000;

    [Theory]
    [InlineData(1, "slower within the cell, by 20 %")]
    [InlineData(-1, "faster within the cell, by 20 %")]
    public void Drift_TrendOfAFifth_IsSaid(int sign, string expected)
    {
        var random = new Random(1);

        var said = Judged.By(new DriftRule(), Enumerable.Range(0, 60).Select(i => 100 + (sign * 20 * ((i / 59.0) - 0.5)) + (0.2 * Normal(random))));

        Assert.Contains(expected, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Drift_SmallSteadyTrend_IsNotSaid() => Assert.Null(Judged.By(new DriftRule(), Enumerable.Range(0, 60).Select(i => 100 + (i * 0.05))));

    [Fact]
    public void Drift_NineOperations_IsUnknown() => Assert.Null(Judged.By(new DriftRule(), Enumerable.Range(1, 9).Select(i => 10.0 * i)));

    [Fact]
    public void TwoSpeeds_SixAndNineMilliseconds_IsSaid()
    {
        var random = new Random(1);

        var said = Judged.By(new TwoSpeedsRule(), Enumerable.Range(0, 50).Select(i => (i % 5 < 2 ? 9 : 6) + (0.05 * Normal(random))));

        Assert.Contains("60 % of them took about 6", said, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoSpeeds_FivePercentApart_IsNotSaid() => Assert.Null(Judged.By(new TwoSpeedsRule(), Enumerable.Range(0, 50).Select(i => i % 2 == 0 ? 100.0 : 105)));

    /// <summary>Independent noise of many shapes and widths: fewer than 1 in 100 cells may be called names.</summary>
    [Theory]
    [InlineData("normal")]
    [InlineData("lognormal")]
    [InlineData("uniform")]
    [InlineData("exponential")]
    [InlineData("student")]
    public void Rules_IndependentNoise_FireOnFewerThanOneInAHundredCells(string shape)
    {
        var random = new Random(20261120);
        foreach (var (count, spread) in new[] { (10, 0.05), (20, 0.02), (20, 0.1), (20, 0.3), (40, 0.1), (120, 0.2) })
        {
            var cells = Enumerable.Range(0, Cells).Select(_ => Enumerable.Range(0, count).Select(_ => 100 * Draw(shape, spread, random)).ToList()).ToList();

            Assert.InRange(cells.Count(cell => Judged.By(new DriftRule(), cell) is not null), 0, (Cells / 100) - 1);
            Assert.InRange(cells.Count(cell => Judged.By(new TwoSpeedsRule(), cell) is not null), 0, (Cells / 100) - 1);
        }
    }

    private static double Draw(string shape, double spread, Random random) => shape switch
    {
        "normal" => Math.Max(0.01, 1 + (spread * Normal(random))),
        "lognormal" => Math.Exp(spread * Normal(random)),
        "uniform" => 1 + (spread * Math.Sqrt(12) * (random.NextDouble() - 0.5)),
        "exponential" => 1 - (spread * Math.Log(1 - random.NextDouble())),
        "student" => Math.Max(0.01, 1 + (spread * Normal(random) / Math.Sqrt((Square(random) + Square(random) + Square(random)) / 3))),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, null),
    };

    private static double Square(Random random) => Math.Pow(Normal(random), 2);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
