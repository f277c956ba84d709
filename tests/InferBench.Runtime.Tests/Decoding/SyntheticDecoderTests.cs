using InferBench.Core.Samples;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Checks;
using InferBench.Runtime.Decoding;

namespace InferBench.Tests.Runtime.Decoding;

public sealed class SyntheticDecoderTests(SyntheticModels models) : IClassFixture<SyntheticModels>
{
    private const int Batch = 3;
    private const int Prompt = 12;
    private const int Generated = 24;

    private static readonly string[] Precisions = ["fp32", "fp16", "int8", "int4", "int4-a16", "int8-rtn-b32-sym"];

    public static TheoryData<ModelLayout, string> Forms { get; } = AllForms();

    [Theory]
    [MemberData(nameof(Forms))]
    public void Run_AnyForm_RepeatsItselfWithoutAllocating(ModelLayout layout, string precision)
    {
        using var session = DecoderSession.Load(models.Build(layout, precision), "cpu", 1);
        using var workload = session.CreateWorkload(Batch, Prompt, Generated);
        workload.SetPrompt(PromptIds.Random(5, Batch, Prompt, session.Layout.Vocabulary));
        var trace = new OperationTrace(Generated);
        workload.Run(trace);
        var first = Outputs(workload);

        var allocated = Allocation.OfRun(workload, trace);

        Assert.Equal(0, allocated);
        Assert.Equal(first, Outputs(workload));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Check_AnyForm_Passes(ModelLayout layout, string precision)
    {
        using var session = DecoderSession.Load(models.Build(layout, precision), "cpu", 1);

        var result = DecoderCheck.Run(session);

        Assert.Empty(result.Problems);
        Assert.Equal(precision.StartsWith("int", StringComparison.Ordinal), session.Layout.Quantized);
    }

    [Fact]
    public void Run_BothLayouts_GenerateTheSame()
    {
        var outputs = new List<int[]>();
        foreach (var layout in Enum.GetValues<ModelLayout>())
        {
            using var session = DecoderSession.Load(models.Build(layout, "fp32"), "cpu", 1);
            using var workload = session.CreateWorkload(Batch, Prompt, Generated);
            workload.SetPrompt(PromptIds.Random(5, Batch, Prompt, session.Layout.Vocabulary));
            workload.Run(new OperationTrace(Generated));
            outputs.Add(Outputs(workload));
        }

        Assert.Equal(outputs[0], outputs[1]);
    }

    [Theory]
    [InlineData(ModelLayout.GenAi)]
    [InlineData(ModelLayout.Optimum)]
    public void Estimate_Workload_CountsCacheOnceOrTwice(ModelLayout layout)
    {
        using var session = DecoderSession.Load(models.Build(layout, "fp16"), "cpu", 1);

        var memory = DecoderMemory.Estimate(session.Layout, 2, 10, 6);

        // 2 layers, keys and values, [2, 2 heads, 16 positions, 16] halves.
        const long cache = 2 * 2 * (2 * 2 * 16 * 16) * 2;
        Assert.Equal(layout == ModelLayout.GenAi ? cache : 2 * cache, memory.CacheBytes);
        Assert.Equal(2L * 2 * 256 * (session.Layout.LastLogitsOnly ? 2 : 11), memory.LogitsBytes);
        Assert.Equal(memory.CacheBytes + memory.LogitsBytes + memory.InputBytes, memory.TotalBytes);
    }

    private static TheoryData<ModelLayout, string> AllForms()
    {
        var forms = new TheoryData<ModelLayout, string>();
        foreach (var layout in Enum.GetValues<ModelLayout>())
        {
            foreach (var precision in Precisions)
            {
                forms.Add(layout, precision);
            }
        }

        return forms;
    }

    private static int[] Outputs(DecoderWorkload workload) =>
        [.. Enumerable.Range(0, workload.Batch).SelectMany(row => workload.Output(row).ToArray())];
}
