using FsCheck;
using FsCheck.Fluent;
using InferBench.Economics.BreakEven;
using InferBench.Economics.Machines;

namespace InferBench.Economics.Tests.BreakEven;

public sealed class MachineStepsTests
{
    /// <summary>A machine at $3.60 an hour that makes a token in a millisecond: 2,628 M tokens a month for $2,628.</summary>
    private static readonly RentedMachine Machine = new(3.6, "", "");

    [Fact]
    public void Of_CrossingAtThreeQuarters_IsDearerAgainAfterTheFirstThreeSteps()
    {
        var crossing = Crossing(0.75);

        var steps = MachineSteps.Of(Machine, crossing, 5);

        // By hand, in capacities: n machines pay from 0.75·n on and serve from n − 1 on; 0.75·4 = 3, so the fourth is never dearer.
        Assert.Equal([0.75, 1.5, 2.25, 3, 4], steps.Select(step => Math.Round(step.CheaperFrom!.Value / crossing.Capacity, 9)));
        Assert.Equal([0, 1, 2, 3, 4], steps.Select(step => Math.Round(step.FromOutputTokens / crossing.Capacity, 9)));
        Assert.Equal(4, MachineSteps.AlwaysCheaperFrom(crossing));
        Assert.Equal(2 * 2628, steps[1].UsdPerMonth, 9);
    }

    [Fact]
    public void Of_Never_IsCheaperOnNoStep()
    {
        Assert.All(MachineSteps.Of(Machine, Crossing(1.2), 3), step => Assert.Null(step.CheaperFrom));
        Assert.Null(MachineSteps.AlwaysCheaperFrom(Crossing(1.2)));
        Assert.Null(MachineSteps.AlwaysCheaperFrom(Crossing(1)));
    }

    [Fact]
    public void AlwaysCheaperFrom_AnyCrossing_IsTheFirstStepThatStartsCheaper() => Prop.ForAll(Gen.Choose(1, 98).ToArbitrary(), percent =>
    {
        var crossing = Crossing(percent / 100.0);
        var first = MachineSteps.AlwaysCheaperFrom(crossing)!.Value;
        var steps = MachineSteps.Of(Machine, crossing, first);
        return steps[^1].CheaperFrom <= steps[^1].FromOutputTokens * (1 + 1e-9) && steps.SkipLast(1).All(step => step.CheaperFrom > step.FromOutputTokens);
    }).QuickCheckThrowOnFailure();

    /// <summary>The crossing with an API that asks so much that the machine has to be so busy.</summary>
    private static Crossing Crossing(double utilization) => BreakEvenPoint.Of(Machine, new(0.001, null, null), 1 / utilization, 0);
}
