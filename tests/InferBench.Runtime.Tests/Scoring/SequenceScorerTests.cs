using System.Numerics.Tensors;
using InferBench.Core.Errors;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Scoring;
using InferBench.Tests.Runtime.Decoding;

namespace InferBench.Tests.Runtime.Scoring;

public sealed class SequenceScorerTests(SyntheticModels models) : IClassFixture<SyntheticModels>
{
    private static readonly int[] Document = [.. PromptIds.Random(3, 1, 40, 256).Select(i => (int)i)];

    [Theory]
    [InlineData(ModelLayout.Optimum, "fp32")]
    [InlineData(ModelLayout.Optimum, "fp16")]
    [InlineData(ModelLayout.GenAi, "fp32")]
    [InlineData(ModelLayout.GenAi, "fp16")]
    public void Score_TokenByToken_GivesTheRowsOfOnePass(ModelLayout layout, string precision)
    {
        using var session = DecoderSession.Load(models.Build(layout, precision), "cpu", 1);
        using var whole = new SequenceScorer(session);
        using var stepped = new SequenceScorer(session, 0);
        var expected = Rows(whole);

        var actual = Rows(stepped);

        Assert.Equal(Document.Length - 1, expected.Count);
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.InRange(TensorPrimitives.CosineSimilarity<float>(expected[i], actual[i]), 0.99999f, 1.00001f);
        }
    }

    [Fact]
    public void Score_GraphThatKeepsTheLastLogits_GivesTheSameRows()
    {
        var forms = new DecoderForms(models);
        using var full = DecoderSession.Load(forms.Original, "cpu", 1);
        using var pruned = DecoderSession.Load(forms.LogitsToKeep(), "cpu", 1);
        using var reference = new SequenceScorer(full);
        using var model = new SequenceScorer(pruned);

        Assert.InRange(Divergence.Of(reference, model, [Document]).KlMeanNats, 0, 1e-9);
    }

    [Fact]
    public void Score_ShorterAfterLonger_LeavesNothingBehind()
    {
        using var session = DecoderSession.Load(models.Build(ModelLayout.GenAi, "fp32"), "cpu", 1);
        using var used = new SequenceScorer(session, 0);
        using var fresh = new SequenceScorer(session, 0);
        used.Score(Document, (_, _, _) => { });

        var (expected, actual) = (Perplexity.Of(fresh, [Document[5..20]]), Perplexity.Of(used, [Document[5..20]]));

        Assert.Equal(expected, actual);
        Assert.Null(actual.Value.Low);
    }

    [Fact]
    public void Divergence_OfAModelWithItself_IsZero()
    {
        using var session = DecoderSession.Load(models.Build(ModelLayout.Optimum, "fp32"), "cpu", 1);
        using var reference = new SequenceScorer(session);
        using var model = new SequenceScorer(session);

        var divergence = Divergence.Of(reference, model, ReferenceText.Sample(session, 1, 2, 40));

        Assert.Equal(0, divergence.KlMeanNats);
        Assert.Equal(1, divergence.Top1Agreement.Value);
        Assert.Null(divergence.KlP99Nats);
    }

    [Theory]
    [InlineData(ModelLayout.Optimum)]
    [InlineData(ModelLayout.GenAi)]
    public void Measure_FourBitsAgainstSinglePrecision_CostsSomething(ModelLayout layout)
    {
        using var single = DecoderSession.Load(models.Build(layout, "fp32"), "cpu", 1);
        using var fourBits = DecoderSession.Load(models.Build(layout, "int4"), "cpu", 1);
        using var reference = new SequenceScorer(single);
        using var model = new SequenceScorer(fourBits);

        var score = QualityScore.Measure(model, ReferenceText.Sample(single, 7, 4, 120), new QualityReference("fp32", reference, Document[..8], 32));

        Assert.InRange(score.KlMeanNats!.Value, 1e-6, 1);
        Assert.True(score.KlP99Nats > score.KlMeanNats);
        Assert.InRange(score.Top1Agreement!.Value, 0.3, 1);
        Assert.InRange(score.IdenticalGreedyPrefix!.Value, 0, 32);
        Assert.Equal(4, score.Documents);
    }

    [Fact]
    public void Measure_WithoutAReference_ScoresPerplexityAlone()
    {
        using var session = DecoderSession.Load(models.Build(ModelLayout.GenAi, "fp32"), "cpu", 1);
        using var model = new SequenceScorer(session);

        var score = QualityScore.Measure(model, [Document, Document[3..]], null);

        Assert.Equal(39 + 36, score.TokensScored);
        Assert.NotNull(score.Perplexity.High);
        Assert.Null(score.KlMeanNats);
        Assert.Null(score.Reference);
    }

    [Fact]
    public void Sample_SameSeed_GivesTheSameDocumentsAndAnotherGivesOthers()
    {
        using var session = DecoderSession.Load(models.Build(ModelLayout.GenAi, "fp32"), "cpu", 1);

        var documents = ReferenceText.Sample(session, 5, 3, 30);

        Assert.Equal(documents, ReferenceText.Sample(session, 5, 3, 30));
        Assert.Equal(documents.Take(1), ReferenceText.Sample(session, 5, 1, 30));
        Assert.NotEqual(documents, ReferenceText.Sample(session, 6, 3, 30));
        Assert.All(documents, d => Assert.InRange(d.Length, 2, 30));
    }

    public static TheoryData<int[], string> Unusable { get; } = new()
    {
        { [5], "a document of 1 ids: at least 2 are needed, the first is not scored" },
        { [5, 256], "document id 256 at position 1: model.onnx knows ids 0 to 255" },
        { [.. new int[300]], "a document of 300 ids: model.onnx has a context of 256; cut it into shorter ones" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Score_DocumentThatCannotBeScored_SaysWhy(int[] ids, string expected)
    {
        using var session = DecoderSession.Load(models.Build(ModelLayout.GenAi, "fp32"), "cpu", 1);
        using var scorer = new SequenceScorer(session);

        Assert.Equal(expected, Assert.Throws<BadInputException>(() => scorer.Score(ids, (_, _, _) => { })).Message);
    }

    private static List<float[]> Rows(SequenceScorer scorer)
    {
        var rows = new List<float[]>();
        scorer.Score(Document, (position, next, logits) =>
        {
            Assert.Equal((rows.Count, Document[position + 1]), (position, next));
            rows.Add(logits.ToArray());
        });
        return rows;
    }
}
