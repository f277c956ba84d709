using System.Text.Json;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Scoring;
using InferBench.Tests.Runtime.Decoding;

namespace InferBench.Tests.Runtime.Scoring;

/// <summary>Expected values come from reference/babyllama_golden.json, a float64 implementation of the model.</summary>
public sealed class BabyLlamaScoringTests
{
    private const double GoldenPerplexity = 1.849458391840582;

    [NeedsModelsFact(BabyLlama.Optimum)]
    public void Encode_GoldenTexts_GivesTheGoldenIds()
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(TestModels.Path("reference/babyllama_golden.json")));
        foreach (var example in golden.RootElement.GetProperty("tokenizer").EnumerateArray())
        {
            Assert.Equal(
                example.GetProperty("ids").EnumerateArray().Select(e => e.GetInt32()), StoryText.Encode(example.GetProperty("text").GetString()!));
        }
    }

    [NeedsModelsTheory("babyllama")]
    [InlineData(BabyLlama.Optimum, true)]
    [InlineData(BabyLlama.Optimum, false)]
    [InlineData(BabyLlama.GenAi, true)]
    [InlineData(BabyLlama.GenAi, false)]
    public void Perplexity_FiveStories_IsTheReferences(string model, bool onePass)
    {
        using var session = DecoderSession.Load(TestModels.Path(model), "cpu", 1);
        using var scorer = new SequenceScorer(session, onePass ? long.MaxValue : 0);

        var perplexity = Perplexity.Of(scorer, StoryText.Documents());

        Assert.Equal(GoldenPerplexity, perplexity.Value.Value, 1e-5);
        Assert.Equal((1275, 5), (perplexity.TokensScored, perplexity.Documents));
        Assert.InRange(perplexity.Value.Low!.Value, 1.5, GoldenPerplexity);
        Assert.InRange(perplexity.Value.High!.Value, GoldenPerplexity, 2.3);
    }

    [NeedsModelsFact(BabyLlama.GenAi)]
    public void Divergence_OneModelInTwoLayouts_IsRoundingOnly()
    {
        using var optimum = DecoderSession.Load(TestModels.Path(BabyLlama.Optimum), "cpu", 1);
        using var genAi = DecoderSession.Load(TestModels.Path(BabyLlama.GenAi), "cpu", 1);
        using var reference = new SequenceScorer(optimum);
        using var model = new SequenceScorer(genAi);

        var score = QualityScore.Measure(model, StoryText.Documents(), new QualityReference("fp32", reference, [.. BabyLlama.Prompt.Select(i => (int)i)], 82));

        Assert.InRange(score.KlMeanNats!.Value, 0, 1e-9);
        Assert.InRange(score.KlP99Nats!.Value, 0, 1e-8);
        Assert.Equal(1, score.Top1Agreement!.Value);
        Assert.Equal((82, 82, "fp32"), (score.IdenticalGreedyPrefix, score.GreedyTokens, score.Reference));
    }

    [NeedsModelsFact(BabyLlama.GenAi)]
    public void GreedyPrefix_GoldenPrompt_GivesTheGoldenContinuation()
    {
        using var session = DecoderSession.Load(TestModels.Path(BabyLlama.GenAi), "cpu", 1);
        using var scorer = new SequenceScorer(session);

        Assert.Equal(BabyLlama.Continuation, scorer.GreedyPrefix([.. BabyLlama.Prompt.Select(i => (int)i)], BabyLlama.Continuation.Length));
    }

    [NeedsModelsFact(BabyLlama.GenAi)]
    public void Sample_TrainedModel_IsTextThatItFindsLikely()
    {
        using var session = DecoderSession.Load(TestModels.Path(BabyLlama.GenAi), "cpu", 1);
        using var scorer = new SequenceScorer(session);

        var documents = ReferenceText.Sample(session, 42, 6, 200);

        Assert.All(documents, d => Assert.Equal(1, d[0]));
        Assert.InRange(Perplexity.Of(scorer, documents).Value.Value, 1.2, 3);
    }
}
