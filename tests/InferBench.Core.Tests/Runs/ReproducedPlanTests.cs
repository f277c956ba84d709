using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Runs;

namespace InferBench.Core.Tests.Runs;

public sealed class ReproducedPlanTests
{
    [Fact]
    public void Of_WholeRun_IsThePlanAsAppliedWithoutQuality()
    {
        var run = Run();

        var plan = ReproducedPlan.Of(run, new Plan());

        Assert.Equal(["llama-15m"], plan.Models);
        Assert.Equal(["fp32", "int8-dyn-chan"], plan.Precisions);
        Assert.Equal([1, 2, 4, 8], plan.Batches);
        Assert.Equal((2, 42, "off"), (plan.Threads, plan.Seed, plan.Quality!.Measure));
        Assert.Null(plan.UsdPerHour);
        Assert.Equal(plan.Measure, PlanRules.Apply(plan, "again").Measure);
    }

    [Fact]
    public void Of_APart_KeepsThatAndUnderstandsShortNames()
    {
        var plan = ReproducedPlan.Of(Run(), new Plan { Precisions = ["int8"], Batches = [4], Launches = 5, Models = ["here/llama"] });

        Assert.Equal(["int8-dyn-chan"], plan.Precisions);
        Assert.Equal([4], plan.Batches);
        Assert.Equal(5, plan.Launches);
        Assert.Equal(["here/llama"], plan.Models);
    }

    [Fact]
    public void Of_AModelFileThatRanAsItWas_IsNotQuantized()
    {
        var run = Run();
        run = run with { Models = [.. run.Models.Select(model => model with { Synthetic = false })] };

        Assert.Null(ReproducedPlan.Of(run, new Plan()).Precisions);
        Assert.Equal(["fp32", "int8-dyn-chan"], ReproducedPlan.Of(run with { PlanAsked = new Plan { Precisions = ["fp32", "int8"] } }, new Plan()).Precisions);
    }

    [Fact]
    public void Of_ThePriceThatSomebodyGave_IsKeptWithItsSource()
    {
        var plan = ReproducedPlan.Of(Run() with { Price = new HourlyPrice(2, "a quote", null, Assumed: false) }, new Plan());

        Assert.Equal((2, "a quote"), (plan.UsdPerHour, plan.PriceSource));
    }

    [Fact]
    public void Of_WhatWasNotMeasured_SaysAllOfIt()
    {
        var problem = Assert.Throws<BadInputException>(() => ReproducedPlan.Of(Run(), new Plan { Precisions = ["int4"], Batches = [3], Generated = [5], Models = ["a", "b"] }));

        Assert.Equal(
            [
                "run-1: --model: the run has 1 models and 2 are given; give each, in the order llama-15m",
                "run-1: --precision: int4 was not measured; it has fp32, int8-dyn-chan",
                "run-1: --batch: 3 was not measured; it has 1, 2, 4, 8",
                "run-1: --gen: 5 was not measured; it has 64",
            ],
            problem.Message.Split('\n'));
    }

    private static RunDocument Run()
    {
        var run = RunDocumentBuilder.Build([Fabricated.Start()]);
        return run with
        {
            RunId = "run-1",
            Plan = run.Plan with { Models = ["llama-15m"], Precisions = ["fp32", "int8-dyn-chan"] },
            Models = [new RunModel("llama-15m", "fp32", "cpu", "model.onnx", "5ha", 1, null, null, null, null, Synthetic: true)],
        };
    }
}
