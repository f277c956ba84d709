using InferBench.Cli.Preparation;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Models.Synthetic;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Preparation;

public sealed class SyntheticSpecsTests
{
    [Theory]
    [InlineData("fp32", "cpu", ModelLayout.GenAi, "fp32")]
    [InlineData("fp32", "cuda", ModelLayout.Optimum, "fp32")]
    [InlineData("fp16", "cuda", ModelLayout.GenAi, "fp16")]
    [InlineData("bf16", "cuda", ModelLayout.GenAi, "bf16")]
    [InlineData("bf16", "cpu", ModelLayout.GenAi, "bf16")]
    [InlineData("int4", "cuda", ModelLayout.GenAi, "int4-rtn-b32-sym-a16")]
    [InlineData("int4-abf16", "cuda", ModelLayout.GenAi, "int4-rtn-b32-sym-abf16")]
    public void Of_LayoutAuto_IsTheOneThatTheProviderHasOperatorsFor(string precision, string provider, ModelLayout layout, string name)
    {
        var spec = Assert.Single(SyntheticSpecs.Of(Plan([provider], precision), "llama-tiny", provider, "plan"));

        Assert.Equal((layout, name), (spec.Layout, spec.Precision.Name));
    }

    [Fact]
    public void Prepare_BFloat16OnBothProviders_IsMadeForCudaAlone()
    {
        using var cache = new TempFolder();
        var plan = Plan(["cpu", "cuda"], "fp16", "bf16", "int4-abf16");

        ModelCheck.RequireBuildable(plan, "plan");
        var models = new ModelPreparation(cache.Path, (_, _) => { }).Prepare(plan, "plan", CancellationToken.None).Select(model => model.Model).ToList();

        Assert.Equal(
            ["fp16 cpu", "fp16 cuda", "bf16 cuda", "int4-rtn-b32-sym-abf16 cuda"], models.Select(model => $"{model.Precision} {model.Provider}"));
        Assert.Equal(["llama-tiny bf16 cpu", "llama-tiny int4-rtn-b32-sym-abf16 cpu"], SyntheticSpecs.LeftOut(plan, "plan"));
    }

    [Fact]
    public void Prepare_BFloat16_CountsTwoBytesOfEachWeightAndCachedNumber()
    {
        using var cache = new TempFolder();
        var plan = Plan(["cuda"], "fp16", "bf16");

        var models = new ModelPreparation(cache.Path, (_, _) => { }).Prepare(plan, "plan", CancellationToken.None);

        var (half, brain) = (models[0], models[1]);
        Assert.Equal(half.Model.DecodeWeightBytes, brain.Model.DecodeWeightBytes);
        Assert.Equal(2 * brain.Model.Parameters, brain.Model.DecodeWeightBytes);

        // 2 layers, keys and values, 2 heads of 16 numbers.
        Assert.Equal(2 * 2 * 2 * 16 * 2, brain.Model.KvBytesPerToken);
        Assert.Equal(half.Shape, brain.Shape);
    }

    [Fact]
    public void RequireBuildable_BFloat16WhereNothingRunsIt_SaysWhereAndWhatToDo()
    {
        var problem = Assert.Throws<BadInputException>(() => ModelCheck.RequireBuildable(Plan(["cpu"], "fp32", "bf16"), "plan.json"));

        Assert.Equal("plan.json: precision bf16 on cpu: ONNX Runtime's CPU provider has no bf16 operators; run it on cuda, or leave it out", problem.Message);
    }

    [Fact]
    public void RequireBuildable_BFloat16InTheOptimumLayout_SaysWhyNot()
    {
        var problem = Assert.Throws<BadInputException>(() => ModelCheck.RequireBuildable(Plan(["cuda"], "bf16") with { Layout = "optimum" }, "plan.json"));

        Assert.StartsWith("plan.json: llama-tiny: bf16 needs the genai layout: ", problem.Message, StringComparison.Ordinal);
    }

    private static Plan Plan(string[] providers, params string[] precisions) =>
        PlanRules.Apply(new Plan { Models = ["llama-tiny"], Providers = providers, Precisions = precisions, Prompts = [8], Generated = [8] }, "plan");
}
