using InferBench.Core.Errors;
using InferBench.Core.Samples;
using InferBench.Runtime.Decoding;

namespace InferBench.Tests.Runtime.Decoding;

public sealed class DecoderWorkloadTests
{
    [NeedsModelsTheory("babyllama")]
    [InlineData(BabyLlama.Optimum, 1)]
    [InlineData(BabyLlama.Optimum, 3)]
    [InlineData(BabyLlama.GenAi, 1)]
    [InlineData(BabyLlama.GenAi, 3)]
    public void Run_TrainedModel_ContinuesAsTheReference(string model, int batch)
    {
        using var session = DecoderSession.Load(TestModels.Path(model), "cpu", 2);
        using var workload = session.CreateWorkload(batch, BabyLlama.Prompt.Length, BabyLlama.Continuation.Length);
        workload.SetPrompt(Enumerable.Repeat(BabyLlama.Prompt, batch).SelectMany(p => p).ToArray());

        workload.Run(new OperationTrace(workload.Generated));

        for (var row = 0; row < batch; row++)
        {
            Assert.Equal(BabyLlama.Continuation, workload.Output(row).ToArray());
        }
    }

    [NeedsModelsTheory("babyllama")]
    [InlineData(BabyLlama.Optimum)]
    [InlineData(BabyLlama.GenAi)]
    public void Run_AgainAfterAnotherPrompt_LeavesNothingBehind(string model)
    {
        using var session = DecoderSession.Load(TestModels.Path(model), "cpu", 2);
        using var workload = session.CreateWorkload(1, BabyLlama.Prompt.Length, BabyLlama.Continuation.Length);
        var trace = new OperationTrace(workload.Generated);

        workload.SetPrompt(PromptIds.Random(7, 1, workload.PromptLength, session.Layout.Vocabulary));
        workload.Run(trace);
        var other = workload.Output(0).ToArray();
        workload.SetPrompt(BabyLlama.Prompt);
        workload.Run(trace);
        workload.Run(trace);

        Assert.Equal(BabyLlama.Continuation, workload.Output(0).ToArray());
        Assert.NotEqual(BabyLlama.Continuation, other);
    }

    [NeedsModelsTheory("babyllama")]
    [InlineData(BabyLlama.Optimum)]
    [InlineData(BabyLlama.GenAi)]
    public void Run_DifferentRows_GenerateAsEachAlone(string model)
    {
        const int batch = 3, prompt = 11, generated = 20;
        using var session = DecoderSession.Load(TestModels.Path(model), "cpu", 2);
        var ids = PromptIds.Random(42, batch, prompt, session.Layout.Vocabulary);
        var trace = new OperationTrace(generated);
        using var together = session.CreateWorkload(batch, prompt, generated);
        using var alone = session.CreateWorkload(1, prompt, generated);

        together.SetPrompt(ids);
        together.Run(trace);

        for (var row = 0; row < batch; row++)
        {
            alone.SetPrompt(ids.AsSpan(row * prompt, prompt));
            alone.Run(trace);
            Assert.Equal(alone.Output(0).ToArray(), together.Output(row).ToArray());
        }
    }

    [NeedsModelsTheory("babyllama")]
    [InlineData(BabyLlama.Optimum)]
    [InlineData(BabyLlama.GenAi)]
    public void Run_AfterTheFirst_AllocatesNothing(string model)
    {
        using var session = DecoderSession.Load(TestModels.Path(model), "cpu", 1);
        using var workload = session.CreateWorkload(2, 8, 16);
        var trace = new OperationTrace(workload.Generated);
        workload.Run(trace);

        Assert.Equal(0, Allocation.OfRun(workload, trace));
    }

    [NeedsModelsFact(BabyLlama.GenAi)]
    public void Run_Trace_HoldsOneRisingTimestampPerToken()
    {
        using var session = DecoderSession.Load(TestModels.Path(BabyLlama.GenAi), "cpu", 1);
        using var workload = session.CreateWorkload(1, 8, 5);
        var trace = new OperationTrace(9);

        workload.Run(trace);

        Assert.Equal(5, trace.Generated);
        long[] stamps = [trace.StartTicks, .. trace.TokenTicks.Take(5)];
        Assert.Equal(stamps.Order(), stamps);
        Assert.All(trace.TokenTicks.Skip(5), t => Assert.Equal(0, t));
    }

    [NeedsModelsFact(BabyLlama.GenAi)]
    public void Run_TraceTooSmall_SaysSoBeforeRunning()
    {
        using var session = DecoderSession.Load(TestModels.Path(BabyLlama.GenAi), "cpu", 1);
        using var workload = session.CreateWorkload(1, 8, 5);

        Assert.Throws<ArgumentOutOfRangeException>(() => workload.Run(new OperationTrace(4)));
    }

    [NeedsModelsFact(BabyLlama.GenAi)]
    public void CreateWorkload_LongerThanTheContext_NamesBothFigures()
    {
        using var session = DecoderSession.Load(TestModels.Path(BabyLlama.GenAi), "cpu", 1);

        var error = Assert.Throws<BadInputException>(() => session.CreateWorkload(1, 200, 57));

        Assert.Equal("prompt 200 + gen 57 = 257 tokens, more than the model's context of 256; ask for less of either", error.Message);
    }

    [NeedsModelsTheory("babyllama")]
    [InlineData(BabyLlama.Optimum)]
    [InlineData(BabyLlama.GenAi)]
    public void Run_ExactlyTheContext_Works(string model)
    {
        using var session = DecoderSession.Load(TestModels.Path(model), "cpu", 2);
        using var workload = session.CreateWorkload(1, 200, 56);
        var trace = new OperationTrace(56);

        workload.Run(trace);

        Assert.Equal(56, trace.Generated);
    }

    [NeedsModelsFact(BabyLlama.GenAi)]
    public void CreateWorkload_NonsenseLengths_NamesAllOfThem()
    {
        using var session = DecoderSession.Load(TestModels.Path(BabyLlama.GenAi), "cpu", 1);

        var error = Assert.Throws<BadInputException>(() => session.CreateWorkload(0, -1, 0));

        Assert.Equal(3, error.Message.Split(Environment.NewLine).Length);
    }

    [NeedsModelsTheory("babyllama")]
    [InlineData(105)]
    [InlineData(-1)]
    public void SetPrompt_IdOutsideTheVocabulary_NamesItAndItsPlace(long id)
    {
        using var session = DecoderSession.Load(TestModels.Path(BabyLlama.GenAi), "cpu", 1);
        using var workload = session.CreateWorkload(1, 3, 1);

        var error = Assert.Throws<BadInputException>(() => workload.SetPrompt([5, id, 6]));

        Assert.Equal($"prompt id {id} at position 1: model.onnx knows ids 0 to 104", error.Message);
    }
}
