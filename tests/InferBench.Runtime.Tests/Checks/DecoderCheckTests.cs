using InferBench.Models.Synthetic;
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

    [Fact]
    public void Run_CacheHandedBackWrongly_IsFoundByItsLogits()
    {
        using var models = new SyntheticModels();
        var model = models.Build(ModelLayout.Optimum, "fp32");
        WriteBeside(model, "genai_config.json", """
            {"model": {"decoder": {
              "inputs": {"past_key_names": "past_key_values.%d.key", "past_value_names": "past_key_values.%d.value"},
              "outputs": {"present_key_names": "present.%d.value", "present_value_names": "present.%d.key"}}}}
            """);
        using var session = DecoderSession.Load(model, "cpu", 1);

        var result = DecoderCheck.Run(session);

        Assert.False(result.Passed);
        Assert.StartsWith("token by token gives other logits than one pass", Assert.Single(result.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelLayout.GenAi)]
    [InlineData(ModelLayout.Optimum)]
    public void Run_GraphThatGivesOtherShapesThanTheLayout_IsNamedAndNotThrown(ModelLayout form)
    {
        using var models = new SyntheticModels();
        using var session = DecoderSession.Load(models.Build(form, "fp32"), "cpu", 1);
        using var lying = session.With(session.Layout with { Vocabulary = session.Layout.Vocabulary / 2 });

        var result = DecoderCheck.Run(lying);

        Assert.Contains(result.Problems, p => p.StartsWith("logits is [2, ", StringComparison.Ordinal));
        Assert.Null(result.Cosine);
    }

    [Fact]
    public void Run_ConfigurationOfAnotherModel_IsNamed()
    {
        using var models = new SyntheticModels();
        var model = models.Build(ModelLayout.Optimum, "fp32");
        WriteBeside(model, "config.json", """{"vocab_size": 999}""");
        using var session = DecoderSession.Load(model, "cpu", 1);

        Assert.Contains("vocab_size 999", Assert.Single(DecoderCheck.Run(session).Problems), StringComparison.Ordinal);
    }

    private static void WriteBeside(string model, string name, string text) =>
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(model)!, name), text);
}
