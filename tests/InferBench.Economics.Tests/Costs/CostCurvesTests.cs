using InferBench.Core.Validity;
using InferBench.Economics.Costs;

namespace InferBench.Economics.Tests.Costs;

public sealed class CostCurvesTests
{
    [Fact]
    public void From_TwoPrecisions_GivesACurveForEachInBatchOrder()
    {
        var run = Runs.Of(0.10, Runs.Measured("fp32", 4, 100), Runs.Measured("int4", 1, 90), Runs.Measured("fp32", 1, 30));

        var curves = CostCurves.From(run);

        Assert.Equal(["fp32", "int4"], curves.Select(curve => curve.Key.Precision));
        Assert.Equal([1, 4], curves[0].Points.Select(point => point.Cell.Batch));
    }

    [Fact]
    public void From_FailedAndInvalidCells_LeavesThemOut()
    {
        var run = Runs.Of(0.10, Runs.Failed("fp32", 1), Runs.Measured("fp32", 2, 50, verdict: Verdict.Invalid), Runs.Measured("fp32", 4, 100));

        var points = Assert.Single(CostCurves.From(run)).Points;

        Assert.Equal(4, Assert.Single(points).Cell.Batch);
    }

    [Theory]
    [InlineData(Verdict.Valid, false)]
    [InlineData(Verdict.Suspect, true)]
    [InlineData(null, true)]
    public void From_VerdictOfACell_FlagsThePointUnlessItIsValid(Verdict? verdict, bool suspect)
    {
        var run = Runs.Of(0.10, Runs.Measured("fp32", 1, 50, verdict: verdict));

        Assert.Equal(suspect, CostCurves.From(run)[0].Points[0].Suspect);
    }

    [Fact]
    public void From_DecodersAndOneShotModels_GivesTheCurvesOfTheUnitOnly()
    {
        var run = Runs.Of(0.36, Runs.Measured("fp32", 1, 30), Runs.Items("fp32", 4, 200), Runs.Items("fp32", 1, 100));

        var tokens = Assert.Single(CostCurves.From(run));
        var items = Assert.Single(CostCurves.From(run, CostUnit.Items));

        Assert.Equal((CostUnit.OutputTokens, CostUnit.Items), (tokens.Key.Unit, items.Key.Unit));
        Assert.Equal([1, 4], items.Points.Select(point => point.Cell.Batch));

        // $0.36 an hour is $0.0001 a second, which 100 items share.
        Assert.Equal(1.00, items.Points[0].UsdPerMillion.Value, 1e-12);
        Assert.Null(items.Points[0].PerUserTokensPerSecond);
    }

    [Fact]
    public void From_NothingMeasured_GivesNoCurve() => Assert.Empty(CostCurves.From(Runs.Of(1, Runs.Failed("fp32", 1))));
}
