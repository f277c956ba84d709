using InferBench.Bench.Harness;
using InferBench.Core.Samples;

namespace InferBench.Bench.Tests.Harness;

public sealed class BudgetPlannerTests
{
    private static readonly MeasureSettings Settings = MeasureSettings.Defaults with { SecondsPerCell = 6, MinOperations = 5, MaxOperations = 500 };

    [Theory]
    [InlineData(0.1, 120)]
    [InlineData(60, 5)]
    [InlineData(0.0001, 500)]
    [InlineData(0, 500)]
    public void Plan_OperationOfKnownTime_GivesTwiceWhatTheBudgetHoldsWithinTheLimits(double seconds, int most)
    {
        var count = BudgetPlanner.Plan(Settings, TimeSpan.FromSeconds(seconds));

        Assert.Equal(new OperationCount(5, most), count);
    }
}
