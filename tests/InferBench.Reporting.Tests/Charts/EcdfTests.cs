using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Tests.Charts;

public sealed class EcdfTests
{
    [Fact]
    public void Steps_FewValues_RiseByOneShareAtEachOfThem() => Assert.Equal(
        [(1.0, 0.0), (1, 25), (2, 25), (2, 50), (2, 50), (2, 75), (8, 75), (8, 100)],
        Ecdf.Steps([8, 2, 1, 2]).Select(point => (point.X, point.Y)));

    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(61)]
    [InlineData(5_000)]
    public void Steps_AnyCount_IsTheShareOfValuesThatAreAtMostAsLarge(int count)
    {
        var random = new Random(count);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];

        var steps = Ecdf.Steps(values);

        // Counted, value by value.
        Assert.All(steps.Where((_, index) => index % 2 == 1), point => Assert.Equal(100.0 * values.Count(value => value <= point.X) / count, point.Y, 9));
        Assert.Equal(values.Max(), steps[^1].X);
        Assert.InRange(steps.Count, 2, 40);
    }

    [Fact]
    public void HalfBand_AHundredValues_IsThatOfTheInequality() =>
        // sqrt(ln(40) / 200), by hand.
        Assert.Equal(13.581, Ecdf.HalfBand(100), 3);
}
