using InferBench.Models.Synthetic;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Models.Tests.Synthetic;

/// <summary>Built models run in ONNX Runtime, and behave as models do.</summary>
public sealed class DecodingTests(SharedModels models) : IClassFixture<SharedModels>
{
    private static readonly long[] Prompt = [1, 17, 99, 5, 200, 31, 64, 8, 120, 33, 77, 250, 14, 3, 90, 41];

    [Theory]
    [InlineData("llama-tiny")]
    [InlineData("llama-15m")]
    public void Generate_BothLayoutsInFp32_GiveTheSameTokensAndManyOfThem(string shape)
    {
        var genAi = Generate(SharedModels.Spec(shape, "fp32", ModelLayout.GenAi));
        var optimum = Generate(SharedModels.Spec(shape, "fp32", ModelLayout.Optimum));

        Assert.Equal(genAi, optimum);
        Assert.True(genAi.Distinct().Count() >= 16, $"only {genAi.Distinct().Count()} distinct tokens");
    }

    [Theory]
    [InlineData("llama-tiny", "fp16", 0.999)]
    [InlineData("llama-tiny", "int8", 0.99)]
    [InlineData("llama-tiny", "int8-rtn-b32-sym", 0.99)]
    [InlineData("llama-tiny", "int4", 0.95)]
    [InlineData("llama-tiny", "int4-a16", 0.95)]
    [InlineData("llama-tiny", "int4-rtn-b16-sym", 0.95)]
    [InlineData("llama-tiny", "int4-rtn-b64-sym", 0.95)]
    [InlineData("llama-tiny", "int4-rtn-b128-sym", 0.95)]
    [InlineData("llama-15m", "int8", 0.99)]
    [InlineData("llama-15m", "int4", 0.95)]
    public void Step_QuantizedWeights_StayCloseToFp32InBothLayouts(string shape, string precision, double leastCosine)
    {
        var reference = LastLogits(SharedModels.Spec(shape, "fp32", ModelLayout.GenAi));

        foreach (var layout in Enum.GetValues<ModelLayout>())
        {
            var cosine = Cosine(reference, LastLogits(SharedModels.Spec(shape, precision, layout)));
            Assert.True(cosine > leastCosine, $"{layout}: {cosine:F4}");
        }
    }

    /// <summary>The numbers that are stored, computed with in fp32: the CPU has no operators for the graph itself.</summary>
    [Theory]
    [InlineData("bf16", 0.999)]
    [InlineData("int8-abf16", 0.99)]
    [InlineData("int4-abf16", 0.95)]
    public void Step_BFloat16WeightsWidened_StayCloseToFp32(string precision, double leastCosine)
    {
        using var folder = new TempFolder();
        var (reference, spec) = (SharedModels.Spec("llama-tiny", "fp32", ModelLayout.GenAi), SharedModels.Spec("llama-tiny", precision, ModelLayout.GenAi));
        using var decoder = new GreedyDecoder(WidenedModel.Write(models[spec], folder), reference);

        var cosine = Cosine(LastLogits(reference), decoder.Step(Prompt));

        Assert.InRange(cosine, leastCosine, 0.9999999);
    }

    /// <summary>The graph's types are sound, or this would be said first; a runtime that has the operators would let bf16 be measured on the CPU.</summary>
    [Theory]
    [InlineData("bf16")]
    [InlineData("int4-abf16")]
    public void Load_BFloat16OnTheCpu_FindsNoOperators(string precision)
    {
        var spec = SharedModels.Spec("llama-tiny", precision, ModelLayout.GenAi);

        var problem = Assert.Throws<OnnxRuntimeException>(() => new GreedyDecoder(models[spec], spec));

        Assert.Contains("[ErrorCode:NotImplemented] Could not find an implementation", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("llama-tiny", "int8")]
    [InlineData("llama-tiny", "int4")]
    [InlineData("llama-15m", "int8")]
    [InlineData("llama-15m", "int4")]
    public void Generate_QuantizedWeights_DoNotCollapse(string shape, string precision)
    {
        var tokens = Generate(SharedModels.Spec(shape, precision, ModelLayout.GenAi));

        Assert.True(tokens.Distinct().Count() >= 16, $"only {tokens.Distinct().Count()} distinct tokens");
    }

    [Theory]
    [InlineData(ModelLayout.GenAi)]
    [InlineData(ModelLayout.Optimum)]
    public void Step_PromptAtOnceOrTokenByToken_GivesTheSameLogits(ModelLayout layout)
    {
        var spec = SharedModels.Spec("llama-tiny", "fp32", layout);
        using var atOnce = new GreedyDecoder(models[spec], spec);
        using var oneByOne = new GreedyDecoder(models[spec], spec);

        var expected = atOnce.Step(Prompt);
        var actual = Prompt.Select(t => oneByOne.Step(t)).ToList()[^1];

        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
    }

    private long[] Generate(SyntheticModelSpec spec)
    {
        using var decoder = new GreedyDecoder(models[spec], spec);
        return decoder.Generate(Prompt, 64);
    }

    private float[] LastLogits(SyntheticModelSpec spec)
    {
        using var decoder = new GreedyDecoder(models[spec], spec);
        return decoder.Step(Prompt);
    }

    private static double Cosine(float[] a, float[] b) =>
        a.Zip(b, (x, y) => (double)x * y).Sum() / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(x => (double)x * x));
}
