using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.BadInput;

/// <summary>What cannot be asked of a one-shot model, or only of one, is said before anything is measured.</summary>
public sealed class OneShotInputTests
{
    [NeedsModelsTheory("tiny-bert")]
    [InlineData("mnist", "mnist: --input nosuch=1x2: there is no such input; there are Input3", "--input", "nosuch=1x2")]
    [InlineData("mnist", "mnist: model.onnx: input Input3: float32[1x1x28x29] where float32[1x1x28x28] is declared", "--input", "Input3=1x1x28x29")]
    [InlineData("mnist", "mnist: --input: fill \"noise\" is not known", "--input", "Input3=:noise")]
    [InlineData("tiny-bert", "tiny-bert: --dim height=3: no input has the open dimension \"height\"; there are batch, sequence", "--dim", "height=3")]
    [InlineData("tiny-bert", "tiny-bert: --dim batch: that is the batch; write --batch 3", "--dim", "batch=3")]
    [InlineData("tiny-bert", "tiny-bert: --dim sequence=x: write NAME=NUMBER", "--dim", "sequence=x")]
    [InlineData("tiny-bert", "prompt 1000: tiny-bert has a context of 512", "--prompt", "8,1000")]
    [InlineData("silero-vad", "silero-vad: input input: float32[batchxsequence]: the shape 1x9000000000 is impossible", "--dim", "sequence=9000000000")]
    [InlineData("mnist", "gen is for decoders, and no model of the plan is one; leave it out", "--gen", "8")]
    [InlineData("mnist", "promptIds is for decoders", "--prompt-ids", "1,2")]
    [InlineData("mnist", "layout is for decoders", "--layout", "genai")]
    [InlineData("mnist", "prompt is a decoder's prompt or an encoder's sequence length, and no model of the plan has one of open length", "--prompt", "8")]
    [InlineData("mnist", "dimensions can be changed for synthetic models only", "--layers", "2")]
    public void Run_WhatTheModelDoesNotHave_IsRefusedBeforeTheRun(string model, string problem, params string[] options)
    {
        using var person = new Inferbench();

        person.Run(["run", "--model", TestModels.Path(model), .. options]).Complains(problem);

        Assert.Empty(person.Runs);
    }

    [Fact]
    public void Run_InputsOfASyntheticDecoder_AreRefusedBeforeItIsBuilt()
    {
        using var person = new Inferbench();

        person.Run("run", "--model", "llama-tiny", "--dim", "batch=2").Complains("inputs and dims are for one-shot models; 'llama-tiny' is a decoder");

        Assert.Empty(person.Runs);
    }

    [NeedsModelsFact("babyllama/hf-fp32")]
    public void Run_InputsOfADecodersFile_AreRefused()
    {
        using var person = new Inferbench();

        person.Run("run", "--model", TestModels.Path("babyllama/hf-fp32"), "--input", "input_ids=1x8").Complains("inputs and dims are for one-shot models; 'hf-fp32' is a decoder");
    }
}
