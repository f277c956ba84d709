using InferBench.Core.Plans;
using InferBench.Core.Samples;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Checks;
using InferBench.Runtime.Decoding;

namespace InferBench.Tests.Runtime.Decoding;

/// <summary>
/// Decode steps in the form that a captured CUDA graph needs, run on the CPU, where nothing is captured and the tokens must be those of ordinary steps.
/// </summary>
public sealed class FixedStepsTests(SyntheticModels models) : IClassFixture<SyntheticModels>
{
    private const int Batch = 3;
    private const int Prompt = 12;
    private const int Generated = 24;

    [Theory]
    [InlineData("fp32", TokenSelection.Host)]
    [InlineData("fp32", TokenSelection.Graph)]
    [InlineData("fp16", TokenSelection.Graph)]
    [InlineData("int8", TokenSelection.Graph)]
    [InlineData("int4", TokenSelection.Host)]
    [InlineData("int4-a16", TokenSelection.Graph)]
    public void Run_SharedCache_GivesTheIdsOfOrdinarySteps(string precision, string selection) =>
        GivesTheIdsOfOrdinarySteps(models.Build(ModelLayout.GenAi, precision), selection);

    [Theory]
    [InlineData(TokenSelection.Host)]
    [InlineData(TokenSelection.Graph)]
    public void Run_PositionsAsAnInput_GivesTheIdsOfOrdinarySteps(string selection) =>
        GivesTheIdsOfOrdinarySteps(new DecoderForms(models).SharedWithPositions(), selection);

    [NeedsModelsTheory("babyllama")]
    [InlineData(TokenSelection.Host)]
    [InlineData(TokenSelection.Graph)]
    public void Run_TrainedModel_ContinuesAsTheReference(string selection)
    {
        using var session = DecoderSession.Load(TestModels.Path(BabyLlama.GenAi), "cpu", 2, selection);
        using var workload = session.WithFixedSteps().CreateWorkload(1, BabyLlama.Prompt.Length, BabyLlama.Continuation.Length);
        workload.SetPrompt(BabyLlama.Prompt);

        workload.Run(new OperationTrace(workload.Generated));

        Assert.Equal(BabyLlama.Continuation, workload.Output(0).ToArray());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(24, 3)]
    public void Bindings_AnyLength_AreThePrefillsAndTwoThatTakeTurns(int generated, int bindings)
    {
        using var session = DecoderSession.Load(models.Build(ModelLayout.GenAi, "fp32"), "cpu", 1);
        using var workload = session.WithFixedSteps().CreateWorkload(1, Prompt, generated);

        Assert.Equal(bindings, workload.Bindings.All.Count);
        Assert.Equal(
            Enumerable.Range(0, generated).Select(step => step == 0 ? 0 : step % 2 == 1 ? 1 : 2),
            Enumerable.Range(0, generated).Select(workload.Bindings.Index));
    }

    [Fact]
    public void Run_AfterTheFirst_AllocatesNothing()
    {
        using var session = DecoderSession.Load(models.Build(ModelLayout.GenAi, "fp32"), "cpu", 1, TokenSelection.Graph);
        using var workload = session.WithFixedSteps().CreateWorkload(Batch, Prompt, Generated);
        var trace = new OperationTrace(Generated);
        workload.Run(trace);

        Assert.Equal(0, Allocation.OfRun(workload, trace));
    }

    [Theory]
    [InlineData("fp32")]
    [InlineData("int4")]
    public void Problem_StepsThatComputeTheSame_IsNone(string precision)
    {
        using var session = DecoderSession.Load(models.Build(ModelLayout.GenAi, precision), "cpu", 1, TokenSelection.Graph);

        Assert.Null(CaptureTrial.Problem(session.WithFixedSteps()));
    }

    [Fact]
    public void Problem_ModelThatReadsTheMasksLastPlace_SaysWhatGoesWrong()
    {
        using var session = DecoderSession.Load(new DecoderForms(models).SharedReadingLastMask(), "cpu", 1);

        Assert.Null(CaptureTrial.Problem(session));
        Assert.Equal("present.0.value is not written after step 1: the cache does not grow", CaptureTrial.Problem(session.WithFixedSteps()));
    }

    private static void GivesTheIdsOfOrdinarySteps(string model, string selection)
    {
        using var session = DecoderSession.Load(model, "cpu", 1, selection);
        using var ordinary = session.CreateWorkload(Batch, Prompt, Generated);
        using var fixedSteps = session.WithFixedSteps().CreateWorkload(Batch, Prompt, Generated);

        // Twice: what the first prompt left in the mask and in the buffers must not show.
        foreach (var seed in new[] { 5, 6 })
        {
            Assert.Equal(Generate(ordinary, session, seed), Generate(fixedSteps, session, seed));
        }
    }

    private static int[] Generate(DecoderWorkload workload, DecoderSession session, long seed)
    {
        workload.SetPrompt(PromptIds.Random(seed, Batch, Prompt, session.Layout.Vocabulary));
        workload.Run(new OperationTrace(Generated));
        return [.. Enumerable.Range(0, Batch).SelectMany(row => workload.Output(row).ToArray())];
    }
}
