using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Samples;

namespace InferBench.Core.Tests.Plans;

public sealed class PlanRulesTests
{
    [Fact]
    public void Apply_EmptyPlan_IsTheDefaultRun()
    {
        var plan = PlanRules.Apply(new Plan(), "plan");

        Assert.Equal(Plan.Defaults.Models, plan.Models);
        Assert.Equal([1, 2, 4, 8], plan.Batches);
        Assert.Equal(Environment.ProcessorCount, plan.Threads);
        Assert.Equal(MeasureSettings.Defaults.SecondsPerCell, plan.Measure!.SecondsPerCell);
    }

    [Fact]
    public void Apply_PromptIds_SetThePromptLength()
    {
        var plan = PlanRules.Apply(new Plan { PromptIds = [1, 3, 34] }, "plan");

        Assert.Equal([3], plan.Prompts);
    }

    [Fact]
    public void Apply_InputsAndDimsWithoutAName_AreRefused()
    {
        var problem = Assert.Throws<BadInputException>(() => PlanRules.Apply(new Plan { Inputs = ["1x3"], Dims = ["8"] }, "plan.json"));

        Assert.Equal(["plan.json: inputs are written NAME=...", "plan.json: dims are written NAME=..."], problem.Message.Split(Environment.NewLine));
    }

    [Theory]
    [InlineData("sometimes", "plan: cudaGraph 'sometimes' is not known; use auto, on, off")]
    [InlineData("on", "plan: cudaGraph is on, and none of the providers is cuda")]
    public void Apply_CudaGraphThatCannotBe_IsRefused(string cudaGraph, string problem) =>
        Assert.Equal(problem, Assert.Throws<BadInputException>(() => PlanRules.Apply(new Plan { CudaGraph = cudaGraph, Providers = ["cpu"] }, "plan")).Message);

    [Fact]
    public void Apply_CudaGraphOnWhereOneProviderHasThem_Passes() =>
        Assert.Equal(CudaGraph.On, PlanRules.Apply(new Plan { CudaGraph = CudaGraph.On, Providers = ["cpu", "cuda"] }, "plan").CudaGraph);

    [Fact]
    public void Apply_SeveralProblems_ReportsThemTogether()
    {
        var asked = new Plan { Batches = [0], Generated = [], Threads = 0, UsdPerHour = -1, Layout = "keras", Measure = new MeasureSettings { MinOperations = 9, MaxOperations = 3 } };

        var problem = Assert.Throws<BadInputException>(() => PlanRules.Apply(asked, "plan.json"));

        var lines = problem.Message.Split(Environment.NewLine);
        Assert.Equal(6, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("plan.json: ", line, StringComparison.Ordinal));
        Assert.Contains("plan.json: batch is 0; it must be from 1 to 65536", lines);
    }

    [Fact]
    public void Apply_PromptIdsAndPrompts_AreRefusedTogether() =>
        Assert.Contains(
            "exclude each other",
            Assert.Throws<BadInputException>(() => PlanRules.Apply(new Plan { PromptIds = [1], Prompts = [4] }, "plan")).Message,
            StringComparison.Ordinal);
}
