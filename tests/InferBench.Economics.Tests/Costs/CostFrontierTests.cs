using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Validity;
using InferBench.Economics.Costs;

namespace InferBench.Economics.Tests.Costs;

public sealed class CostFrontierTests
{
    [Fact]
    public void Cheapest_SuspectPointIsCheaper_TakesTheValidOne()
    {
        var curves = Curves(("fp32", 1, 50, 50, Verdict.Valid), ("int4", 1, 500, 100, Verdict.Suspect));

        Assert.Equal("fp32", CostFrontier.Cheapest(curves)!.Cell.Precision);
    }

    [Fact]
    public void Cheapest_NoValidPoint_IsNull() => Assert.Null(CostFrontier.Cheapest(Curves(("fp32", 1, 50, 50, Verdict.Suspect))));

    [Fact]
    public void Cheapest_TokensAndItems_AreNotCompared()
    {
        var run = Runs.Of(1, Runs.Measured("fp32", 1, 50), Runs.Items("fp32", 1, 50));

        Assert.Throws<ArgumentException>(() => CostFrontier.Cheapest([.. CostCurves.From(run), .. CostCurves.From(run, CostUnit.Items)]));
    }

    [Fact]
    public void Cheapest_Items_TakesTheValidOne()
    {
        var run = Runs.Of(1, Runs.Items("fp32", 1, 50), Runs.Items("fp32", 4, 90, Verdict.Suspect), Runs.Items("fp32", 2, 80));

        Assert.Equal(2, CostFrontier.Cheapest(CostCurves.From(run, CostUnit.Items))!.Cell.Batch);
    }

    [Fact]
    public void CheapestAt_SpeedThatOnlyASmallBatchReaches_TakesThatBatch()
    {
        var curves = Curves(("fp32", 1, 50, 50, Verdict.Valid), ("fp32", 8, 200, 25, Verdict.Valid));

        Assert.Equal(8, CostFrontier.CheapestAt(curves, 20)!.Cell.Batch);
        Assert.Equal(1, CostFrontier.CheapestAt(curves, 30)!.Cell.Batch);
        Assert.Null(CostFrontier.CheapestAt(curves, 60));
    }

    [Fact]
    public void Pareto_PointBeatenInBoth_IsLeftOut()
    {
        var curves = Curves(("int4", 1, 90, 90, Verdict.Valid), ("fp32", 1, 50, 50, Verdict.Valid), ("int4", 8, 300, 38, Verdict.Valid));

        Assert.Equal([8, 1], CostFrontier.Pareto(curves).Select(point => point.Cell.Batch));
        Assert.All(CostFrontier.Pareto(curves), point => Assert.Equal("int4", point.Cell.Precision));
    }

    [Fact]
    public void Pareto_AnyPoints_NoneIsBeatenAndEveryOtherIs() =>
        Prop.ForAll(Gen.Choose(1, 40).ListOf().ToArbitrary(), numbers =>
        {
            var curves = Curves([.. numbers.Select((number, index) => ("fp32", index + 1, 10 * number, (number * 7 % 13) + 1, Verdict.Valid))]);
            var all = curves.SelectMany(curve => curve.Points).ToList();
            var frontier = CostFrontier.Pareto(curves);

            return frontier.All(point => !all.Any(other => Beats(other, point)))
                && all.Except(frontier).All(point => frontier.Any(other => Beats(other, point) || Ties(other, point)));
        }).QuickCheckThrowOnFailure();

    private static bool Beats(CostPoint one, CostPoint other) =>
        Cost(one) <= Cost(other) && Speed(one) >= Speed(other) && (Cost(one) < Cost(other) || Speed(one) > Speed(other));

    private static bool Ties(CostPoint one, CostPoint other) => Cost(one) == Cost(other) && Speed(one) == Speed(other);

    private static double Cost(CostPoint point) => point.UsdPerMillion.Value;

    private static double Speed(CostPoint point) => point.PerUserTokensPerSecond!.Value;

    private static IReadOnlyList<CostCurve> Curves(params (string Precision, int Batch, int Rate, int Speed, Verdict Verdict)[] cells) =>
        CostCurves.From(Runs.Of(1, [.. cells.Select(cell => Runs.Measured(cell.Precision, cell.Batch, cell.Rate, cell.Speed, cell.Verdict))]));
}
