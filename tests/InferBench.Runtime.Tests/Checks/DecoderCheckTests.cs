using InferBench.Runtime.Checks;
using InferBench.Runtime.Decoding;
using InferBench.Tests.Runtime.Decoding;

namespace InferBench.Tests.Runtime.Checks;

public sealed class DecoderCheckTests
{
    [NeedsModelsTheory("babyllama")]
    [InlineData(BabyLlama.Optimum)]
    [InlineData(BabyLlama.GenAi)]
    public void Run_SoundModel_PassesWithEqualLogits(string model)
    {
        using var session = DecoderSession.Load(TestModels.Path(model), "cpu", 1);

        var result = DecoderCheck.Run(session);

        Assert.Empty(result.Problems);
        Assert.InRange(result.Cosine!.Value, 0.99999, 1.00001);
        Assert.InRange(result.MaxRelativeDifference!.Value, 0, 1e-4);
    }
}
