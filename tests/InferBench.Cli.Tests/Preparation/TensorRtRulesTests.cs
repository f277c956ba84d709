using InferBench.Cli.Preparation;
using InferBench.Core.Errors;
using InferBench.Core.Plans;

namespace InferBench.Cli.Tests.Preparation;

public sealed class TensorRtRulesTests
{
    private static readonly Plan Plan = PlanRules.Apply(new Plan { Models = ["llama-tiny"], Providers = ["tensorrt"], Precisions = ["fp32", "fp16", "int8", "int4"] }, "plan");

    [Fact]
    public void RequireLengths_SyntheticModels_RefusesWhoseCacheGrows()
    {
        var error = Assert.Throws<BadInputException>(() => TensorRtRules.RequireLengths(Plan, SyntheticSpecs.Of(Plan, "llama-tiny", "tensorrt", "plan"), "plan"));

        Assert.StartsWith("plan: llama-tiny fp32 on tensorrt: its cache grows with every token, ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("tensorrt", "optimum", true)]
    [InlineData("tensorrt", "genai", false)]
    [InlineData("cuda", "optimum", false)]
    public void RequireLengths_ModelFile_RefusesAGrowingCacheOnTensorRtOnly(string provider, string layout, bool refused)
    {
        var model = Prepared.Shard("m", 1000, 100, 1).Model;
        PreparedModel[] models = [model with { Model = model.Model with { Provider = provider, Layout = layout } }];

        Assert.Equal(refused, Record.Exception(() => TensorRtRules.RequireLengths(Plan, models, "plan")) is BadInputException);
    }

    [Fact]
    public void RequireLengths_LengthsGivenOrNothingDecoded_Pass()
    {
        var specs = SyntheticSpecs.Of(Plan, "llama-tiny", "tensorrt", "plan");

        TensorRtRules.RequireLengths(Plan with { ProviderOptions = ["trt_profile_min_shapes=input_ids:1x1"] }, specs, "plan");
        TensorRtRules.RequireLengths(Plan with { Generated = [1] }, specs, "plan");
    }
}
