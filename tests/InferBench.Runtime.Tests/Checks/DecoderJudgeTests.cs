using InferBench.Runtime.Checks;

namespace InferBench.Tests.Runtime.Checks;

public sealed class DecoderJudgeTests
{
    private static readonly ObservedShape SoundShape = new("logits", 0, [2, 4, 105], [2, 4, 105]);
    private static readonly ObservedSlots SoundSlots = new("present.0.key", 0, true, true, true);
    private static readonly LogitsAgreement Equal = new(1, 0, true);

    [Fact]
    public void Judge_SoundObservation_FindsNothing()
    {
        Assert.Empty(Judge(new DecoderObservation([SoundShape], [SoundSlots], Equal, null)));
    }

    [Fact]
    public void Judge_CacheThatDoesNotGrow_NamesOutputAndShapes()
    {
        var stuck = new ObservedShape("present.0.key", 1, [2, 4, 5, 16], [2, 4, 4, 16]);

        var problem = Assert.Single(Judge(new DecoderObservation([SoundShape, stuck, stuck with { Output = "present.1.key" }], [], null, null)));

        Assert.Equal("present.0.key is [2, 4, 4, 16] after step 1, where [2, 4, 5, 16] is promised", problem);
    }

    [Theory]
    [InlineData(false, true, true, "present.0.key is not written after step 2: the cache does not grow")]
    [InlineData(true, false, true, "present.0.key loses earlier positions after step 2")]
    [InlineData(true, true, false, "present.0.key is written beyond its last position after step 2")]
    public void Judge_SharedBufferMisused_SaysHow(bool wrote, bool keptEarlier, bool keptLater, string expected)
    {
        var slots = new ObservedSlots("present.0.key", 2, wrote, keptEarlier, keptLater);

        Assert.Equal(expected, Assert.Single(Judge(new DecoderObservation([], [SoundSlots, slots], Equal, null))));
    }

    [Theory]
    [InlineData(0.99, false, 1)]
    [InlineData(0.99, true, 0)]
    [InlineData(0.97, true, 1)]
    [InlineData(double.NaN, true, 1)]
    public void Judge_OtherLogitsTokenByToken_IsStricterWithoutQuantization(double cosine, bool quantized, int problems)
    {
        var seen = new DecoderObservation([], [], new LogitsAgreement(cosine, 0.1, true), null);

        Assert.Equal(problems, DecoderJudge.Judge(seen, quantized, 105, null).Count);
    }

    [Fact]
    public void Judge_NotFiniteLogits_SaysSo()
    {
        var seen = new DecoderObservation([], [], new LogitsAgreement(double.NaN, double.NaN, false), null);

        Assert.Equal("logits are not finite", Assert.Single(Judge(seen)));
    }

    [Fact]
    public void Judge_OtherVocabularyInTheConfiguration_NamesBoth()
    {
        var seen = new DecoderObservation([], [], Equal, null);

        var problem = Assert.Single(DecoderJudge.Judge(seen, false, 105, 32000));

        Assert.Equal("vocabulary: logits have 105 entries, the configuration beside the model says vocab_size 32000", problem);
    }

    [Fact]
    public void Judge_UnderACommaCulture_KeepsThePoint()
    {
        using var culture = new CultureScope("ru-RU");
        var seen = new DecoderObservation([], [], new LogitsAgreement(0.41234, 0.1, true), null);

        Assert.Contains("cosine 0.4123, where 0.999 is needed", Assert.Single(Judge(seen)), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Judge(DecoderObservation seen) => DecoderJudge.Judge(seen, quantized: false, vocabulary: 105, configVocabulary: 105);
}
