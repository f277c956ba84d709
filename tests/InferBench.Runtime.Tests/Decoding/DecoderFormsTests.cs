using System.Runtime.InteropServices;
using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Core.Samples;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Checks;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Scoring;

namespace InferBench.Tests.Runtime.Decoding;

/// <summary>Forms of decoders other than those that the builder makes; each is the same model, so each must say the same.</summary>
public sealed class DecoderFormsTests(SyntheticModels models) : IClassFixture<SyntheticModels>
{
    private const int Batch = 2;
    private const int Prompt = 9;
    private const int Generated = 12;
    private const string Gpt2 = "tiny-gpt2-genai/past.onnx";

    public static TheoryData<string> SameModel { get; } = ["int32", "mrope", "no-mask", "keep", "gaps", "merged"];

    [Theory]
    [MemberData(nameof(SameModel))]
    public void Run_AnotherFormOfTheSameModel_GeneratesTheSame(string form)
    {
        var expected = Generate(new DecoderForms(models).Original, out _);

        var actual = Generate(Build(form), out var allocated);

        Assert.Equal(expected, actual);
        Assert.Equal(0, allocated);
    }

    [Theory]
    [MemberData(nameof(SameModel))]
    [InlineData("conv")]
    public void Check_AnotherForm_Passes(string form)
    {
        using var session = DecoderSession.Load(Build(form), "cpu", 1);

        var result = DecoderCheck.Run(session);

        Assert.Empty(result.Problems);
        Assert.InRange(result.Cosine!.Value, 0.9999, 1.0001);
    }

    [Fact]
    public void Run_ModelWithAState_StartsEachOperationFromZerosAndAllocatesNothing()
    {
        using var session = DecoderSession.Load(new DecoderForms(models).Convolution(), "cpu", 1);

        Assert.Equal([64, 3], Assert.Single(session.Layout.States).Dims);
        Assert.Equal(2 * 2 * 64 * 3 * 4 + (2 * 64 * 3 * 4), StateBytes(session));
        Generate(session, out var allocated);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Run_StatesWithoutAnyCache_AgreesWithOnePass()
    {
        using var session = DecoderSession.Load(TinyConvolution.Build(models), "cpu", 1);
        using var whole = new SequenceScorer(session);
        using var stepped = new SequenceScorer(session, 0);

        Assert.Equal((CacheMode.Fixed, "fixed"), (session.Layout.CacheMode, session.Report.CacheMode));
        Assert.Empty(DecoderCheck.Run(session).Problems);
        Assert.InRange(Divergence.Of(whole, stepped, [[1, 7, 3, 3, 9, 15, 0, 2, 11]]).KlMeanNats, 0, 1e-10);
        Generate(session, out var allocated);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void CreateWorkload_GraphOfOneSequence_RefusesMore()
    {
        using var session = DecoderSession.Load(new DecoderForms(models).OneSequence(), "cpu", 1);

        var error = Assert.Throws<BadInputException>(() => session.CreateWorkload(2, 4, 4));

        Assert.Equal("batch 2: the model takes a batch of 1 only", error.Message);
        Assert.Empty(DecoderCheck.Run(session).Problems);
    }

    [Fact]
    public void Check_CacheThatNeverGrows_IsNamed()
    {
        using var session = DecoderSession.Load(new DecoderForms(models).NeverGrows(), "cpu", 1);

        Assert.Equal("present.0.key is [2, 2, 0, 16] after the prefill, where [2, 2, 4, 16] is promised", Assert.Single(DecoderCheck.Run(session).Problems));
    }

    [Fact]
    public void Check_CacheThatHoldsNothing_IsFoundByItsLogits()
    {
        using var session = DecoderSession.Load(new DecoderForms(models).ForgetsAll(), "cpu", 1);

        Assert.StartsWith("token by token gives other logits", Assert.Single(DecoderCheck.Run(session).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_StateThatNeverChanges_IsNamed()
    {
        using var session = DecoderSession.Load(new DecoderForms(models).Convolution(frozen: true), "cpu", 1);

        Assert.Contains("present_conv.0 is the same after the prefill as before it: the state is not updated", DecoderCheck.Run(session).Problems);
    }

    [NeedsModelsFact(Gpt2)]
    public void Run_StackedCache_AgreesWithTheReference()
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(TestModels.Path("reference/genai-tiny-gpt2-fp32__past.onnx.json")));
        var (first, second) = (reference.RootElement.GetProperty("outputs")[0], reference.RootElement.GetProperty("step").GetProperty("outputs")[0]);
        using var session = DecoderSession.Load(TestModels.Path(Gpt2), "cpu", 1);
        using var workload = session.CreateWorkload(1, 8, 2);
        workload.SetPrompt([.. Enumerable.Range(0, 8).Select(i => Fill(i))]);

        workload.Step(0);
        var row = new byte[1000 * sizeof(float)];
        workload.Bindings.PrefillLogits.Copy(0, row);
        workload.Bindings.Token.Set(0, Fill(0));
        workload.Step(1);

        Assert.True(session.Layout.Cache.All(t => t.Stacked));
        AssertNear(first, MemoryMarshal.Cast<byte, float>(row).ToArray());
        AssertNear(second, workload.LastLogits(1, 0));
        Assert.Equal(second.GetProperty("argmaxFlat").GetInt32(), workload.Output(0)[1]);
    }

    [NeedsModelsFact(Gpt2)]
    public void Check_StackedCache_PassesAndAllocatesNothing()
    {
        using var session = DecoderSession.Load(TestModels.Path(Gpt2), "cpu", 1);

        Assert.Empty(DecoderCheck.Run(session).Problems);
        Generate(session, out var allocated);
        Assert.Equal(0, allocated);
    }

    /// <summary>The reference's fill of token ids, from its README.</summary>
    private static long Fill(long i) => (long)(unchecked((uint)((i * 2_654_435_761) + 12_345)) / 4_294_967_296.0 * 1000);

    private static void AssertNear(JsonElement expected, float[] actual)
    {
        var first = expected.GetProperty("first").EnumerateArray().Select(e => e.GetDouble()).ToArray();
        for (var i = 0; i < first.Length; i++)
        {
            Assert.Equal(first[i], actual[i], 1e-4);
        }
    }

    private static long StateBytes(DecoderSession session) =>
        DecoderMemory.Estimate(session.Layout, Batch, Prompt, Generated).CacheBytes
        - DecoderMemory.Estimate(session.Layout with { States = [] }, Batch, Prompt, Generated).CacheBytes;

    private static int[] Generate(string model, out long allocated)
    {
        using var session = DecoderSession.Load(model, "cpu", 1);
        return Generate(session, out allocated);
    }

    private static int[] Generate(DecoderSession session, out long allocated)
    {
        using var workload = session.CreateWorkload(Batch, Prompt, Generated);
        workload.SetPrompt(PromptIds.Random(11, Batch, Prompt, session.Layout.Vocabulary));
        var trace = new OperationTrace(Generated);
        workload.Run(trace);
        var first = Outputs(workload);
        allocated = Allocation.OfRun(workload, trace);
        Assert.Equal(first, Outputs(workload));
        return first;
    }

    private static int[] Outputs(DecoderWorkload workload) => [.. Enumerable.Range(0, Batch).SelectMany(row => workload.Output(row).ToArray())];

    private string Build(string form)
    {
        var forms = new DecoderForms(models);
        return form switch
        {
            "int32" => forms.Int32(),
            "mrope" => forms.ThreePlanes(),
            "no-mask" => forms.NoMask(),
            "keep" => forms.LogitsToKeep(),
            "gaps" => forms.Gaps(),
            "merged" => forms.Merged(),
            _ => forms.Convolution(),
        };
    }
}
