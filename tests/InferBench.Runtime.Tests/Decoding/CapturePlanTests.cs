using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Checks;
using InferBench.Runtime.Decoding;

namespace InferBench.Tests.Runtime.Decoding;

public sealed class CapturePlanTests(SyntheticModels models) : IClassFixture<SyntheticModels>
{
    [Theory]
    [InlineData(CudaGraph.Auto, "cuda", true, "captured")]
    [InlineData(CudaGraph.On, "cuda", true, "captured")]
    [InlineData(CudaGraph.Off, "cuda", false, "off")]
    [InlineData(CudaGraph.Auto, "cpu", false, null)]
    [InlineData(CudaGraph.Off, "cpu", false, null)]
    public void Look_SharedCache_StopsNothing(string asked, string provider, bool isOn, string? applied)
    {
        var plan = Look(asked, provider, models.Build(ModelLayout.GenAi, "fp16"));

        Assert.Equal(isOn, plan.IsOn);
        Assert.Equal(applied, plan.Applied);
        Assert.Equal(isOn ? ["use_tf32=1", "enable_cuda_graph=1"] : ["use_tf32=1"], plan.With(["use_tf32=1"]));
    }

    [Fact]
    public void Look_GrowingCache_SaysSo()
    {
        var plan = Look(CudaGraph.Auto, "cuda", models.Build(ModelLayout.Optimum, "fp16"));

        Assert.False(plan.IsOn);
        Assert.Equal("off (the cache grows from step to step; only GroupQueryAttention has one of fixed shape)", plan.Applied);
        Assert.Null(plan.With(null));
    }

    [Fact]
    public void Look_GraphWithBranches_SaysSo() =>
        Assert.Equal("off (the model has If, Loop or Scan nodes)", Look(CudaGraph.Auto, "cuda", new DecoderForms(models).Merged()).Applied);

    [Fact]
    public void Look_AskedForAndImpossible_Throws() => Assert.Equal(
        "CUDA graphs are asked for, and this model's steps cannot be captured: the model has If, Loop or Scan nodes; use auto or off",
        Assert.Throws<BadInputException>(() => Look(CudaGraph.On, "cuda", new DecoderForms(models).Merged())).Message);

    [Fact]
    public void New_AskedForOnAnotherProvider_Throws() => Assert.Equal(
        "CUDA graphs are asked for, and provider cpu has none; leave the cells to provider cuda, or use auto",
        Assert.Throws<BadInputException>(() => new CapturePlan(CudaGraph.On, "cpu")).Message);

    [Theory]
    [InlineData(
        "This session cannot use the graph capture feature as requested by the user as the model has control flow nodes which can't be supported by CUDAExecutionProvider",
        "the model has If, Loop or Scan nodes")]
    [InlineData(
        "This session cannot use the graph capture feature as requested by the user  as all compute graph nodes have not been partitioned to the CUDAExecutionProvider",
        "some operators run on the processor, or values are copied between it and the GPU")]
    public void Reason_OnnxRuntimesRefusal_IsAShortSentence(string words, string reason)
    {
        Assert.True(CapturePlan.IsRefusal(words));
        Assert.Equal(reason, CapturePlan.Reason(words));
    }

    [Fact]
    public void IsRefusal_AnotherFailure_IsNone() => Assert.False(CapturePlan.IsRefusal("Load model from model.onnx failed: Protobuf parsing failed."));

    [Fact]
    public void Load_OnTheCpu_CapturesNothing()
    {
        using var session = CaptureTrial.Load(models.Build(ModelLayout.GenAi, "fp32"), "cpu", 1, TokenSelection.Auto, null, CudaGraph.Auto);

        Assert.Null(session.Report.CudaGraph);
        Assert.False(session.Captures);
        Assert.False(session.HasFixedSteps);
    }

    private static CapturePlan Look(string asked, string provider, string model)
    {
        var plan = new CapturePlan(asked, provider);
        var outline = OnnxModelReader.Read(model);
        plan.Look(outline, DecoderHints.Read(outline));
        return plan;
    }
}
