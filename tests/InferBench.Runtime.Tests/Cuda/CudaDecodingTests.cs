using InferBench.Core.Plans;
using InferBench.Core.Samples;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Checks;
using InferBench.Runtime.Decoding;
using InferBench.Tests.Runtime.Decoding;

namespace InferBench.Tests.Runtime.Cuda;

/// <summary>Decoding on a GPU: what it computes, where it computes it, and that replayed steps compute the same.</summary>
public sealed class CudaDecodingTests(SyntheticModels models) : IClassFixture<SyntheticModels>
{
    private const int Batch = 3;
    private const int Prompt = 12;
    private const int Generated = 24;

    [NeedsCudaTheory]
    [InlineData(ModelLayout.Optimum, "fp32")]
    [InlineData(ModelLayout.Optimum, "fp16")]
    [InlineData(ModelLayout.GenAi, "fp16")]
    [InlineData(ModelLayout.GenAi, "bf16")]
    [InlineData(ModelLayout.GenAi, "int8-rtn-b32-sym-a16")]
    [InlineData(ModelLayout.GenAi, "int4-a16")]
    [InlineData(ModelLayout.GenAi, "int4-abf16")]
    public void Check_EveryForm_PassesWithNothingOnTheCpuAndNothingCopied(ModelLayout layout, string precision)
    {
        using var session = DecoderSession.Load(models.Build(layout, precision), "cuda", 1, TokenSelection.Graph);

        Assert.Empty(DecoderCheck.Run(session).Problems);
        Assert.Empty(session.Report.Placement!.Fallen);
        Assert.Equal(0, session.Report.Placement.CopyNodes);
    }

    [NeedsCudaFact]
    public void Run_SinglePrecision_GivesTheIdsOfTheCpu()
    {
        // The tiny model's logits lie far apart: sums in another order do not change their order.
        var model = models.Build(ModelLayout.Optimum, "fp32");
        using var onCpu = DecoderSession.Load(model, "cpu", 1);
        using var onGpu = DecoderSession.Load(model, "cuda", 1);

        Assert.Equal(Generate(onCpu, seed: 5), Generate(onGpu, seed: 5));
    }

    [NeedsCudaTheory]
    [InlineData("fp16", TokenSelection.Graph)]
    [InlineData("fp16", TokenSelection.Host)]
    [InlineData("bf16", TokenSelection.Graph)]
    [InlineData("int4-a16", TokenSelection.Graph)]
    public void Run_CapturedSteps_GiveTheIdsOfTheSameStepsLaunchedOneByOne(string precision, string selection)
    {
        using var session = CaptureTrial.Load(models.Build(ModelLayout.GenAi, precision), "cuda", 1, selection, null, CudaGraph.On);

        Assert.Equal("captured", session.Report.CudaGraph);
        foreach (var seed in new[] { 5, 6 })
        {
            Assert.Equal(Generate(session.WithFixedSteps(), seed), Generate(session, seed));
        }
    }

    [NeedsCudaFact]
    public void Load_CacheThatGrows_IsNotCapturedAndSaysWhy()
    {
        using var session = CaptureTrial.Load(models.Build(ModelLayout.Optimum, "fp16"), "cuda", 1, TokenSelection.Auto, null, CudaGraph.Auto);

        Assert.StartsWith("off (the cache grows", session.Report.CudaGraph, StringComparison.Ordinal);
        Assert.Empty(DecoderCheck.Run(session).Problems);
    }

    [NeedsCudaTheory]
    [InlineData(CudaGraph.On)]
    [InlineData(CudaGraph.Off)]
    public void Run_AfterTheFirst_AllocatesNothingAndDividesItsTime(string cudaGraph)
    {
        using var session = CaptureTrial.Load(models.Build(ModelLayout.GenAi, "fp16"), "cuda", 1, TokenSelection.Graph, null, cudaGraph);
        using var workload = session.CreateWorkload(Batch, Prompt, Generated);
        var trace = new OperationTrace(Generated);
        workload.Run(trace);

        Assert.Equal(0, Allocation.OfRun(workload, trace));
        Assert.True(trace.Prefill!.Value.Compute > 0);
        Assert.True(trace.Decode!.Value.Compute > 0);
        Assert.InRange(
            trace.Decode.Value.HostToDevice + trace.Decode.Value.Compute + trace.Decode.Value.DeviceToHost, 1, trace.TokenTicks[Generated - 1] - trace.TokenTicks[0]);
    }

    private static int[] Generate(DecoderSession session, long seed)
    {
        using var workload = session.CreateWorkload(Batch, Prompt, Generated);
        workload.SetPrompt(PromptIds.Random(seed, Batch, Prompt, session.Layout.Vocabulary));
        workload.Run(new OperationTrace(Generated));
        return [.. Enumerable.Range(0, Batch).SelectMany(row => workload.Output(row).ToArray())];
    }
}
