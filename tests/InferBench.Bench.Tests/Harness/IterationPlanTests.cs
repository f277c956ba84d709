using FsCheck;
using FsCheck.Fluent;
using InferBench.Bench.Harness;

namespace InferBench.Bench.Tests.Harness;

public sealed class IterationPlanTests
{
    [Fact]
    public void Of_LongOperation_IsAnIterationOfItsOwn() =>
        Assert.Equal(new IterationPlan(1, 5, 100), IterationPlan.Of(new OperationCount(5, 100), TimeSpan.FromMilliseconds(50)));

    [Fact]
    public void Of_ShortOperation_SharesAnIteration() =>
        Assert.Equal(new IterationPlan(50, 1, 10), IterationPlan.Of(new OperationCount(5, 500), TimeSpan.FromMilliseconds(1)));

    [Fact]
    public void Of_UnknownTime_IsAnIterationOfItsOwn() =>
        Assert.Equal(new IterationPlan(1, 5, 100), IterationPlan.Of(new OperationCount(5, 100), TimeSpan.Zero));

    [Fact]
    public void Of_AnyCount_AllowsTheLeastAndTheMost() =>
        Prop.ForAll<PositiveInt, NonNegativeInt, PositiveInt>((least, more, microseconds) =>
        {
            var count = new OperationCount(least.Get, least.Get + more.Get);
            var plan = IterationPlan.Of(count, TimeSpan.FromMicroseconds(microseconds.Get));

            return plan.Operations >= 1 && plan.Least >= 1 && plan.Least <= plan.Most
                && plan.Operations * plan.Least >= count.Least && plan.Operations * plan.Most >= count.Most;
        }).QuickCheckThrowOnFailure();
}
