using Google.Protobuf;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Samples;
using InferBench.Models.Onnx;
using InferBench.Models.Selection;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Checks;
using InferBench.Runtime.Decoding;

namespace InferBench.Tests.Runtime.Decoding;

/// <summary>Tokens selected in the graph, on the CPU, where both ways can be compared: the ids must be the same.</summary>
public sealed class GraphSelectionTests(SyntheticModels models) : IClassFixture<SyntheticModels>
{
    private const int Batch = 3;
    private const int Prompt = 12;
    private const int Generated = 24;

    [NeedsModelsTheory("babyllama")]
    [InlineData(BabyLlama.Optimum, 1)]
    [InlineData(BabyLlama.Optimum, 3)]
    [InlineData(BabyLlama.GenAi, 1)]
    [InlineData(BabyLlama.GenAi, 3)]
    public void Run_TrainedModel_ContinuesAsTheReference(string model, int batch)
    {
        using var session = DecoderSession.Load(TestModels.Path(model), "cpu", 2, TokenSelection.Graph);
        using var workload = session.CreateWorkload(batch, BabyLlama.Prompt.Length, BabyLlama.Continuation.Length);
        workload.SetPrompt(Enumerable.Repeat(BabyLlama.Prompt, batch).SelectMany(p => p).ToArray());
        var trace = new OperationTrace(workload.Generated);

        // Twice: what the first left in the buffers must not show.
        workload.Run(trace);
        workload.Run(trace);

        for (var row = 0; row < batch; row++)
        {
            Assert.Equal(BabyLlama.Continuation, workload.Output(row).ToArray());
        }
    }

    [Theory]
    [InlineData(ModelLayout.GenAi, "fp32")]
    [InlineData(ModelLayout.GenAi, "fp16")]
    [InlineData(ModelLayout.GenAi, "int8")]
    [InlineData(ModelLayout.GenAi, "int4")]
    [InlineData(ModelLayout.GenAi, "int4-a16")]
    [InlineData(ModelLayout.Optimum, "fp32")]
    [InlineData(ModelLayout.Optimum, "fp16")]
    public void Run_AnyForm_GivesTheIdsThatTheHostSelects(ModelLayout layout, string precision)
    {
        var model = models.Build(layout, precision);

        Assert.Equal(Generate(model, TokenSelection.Host), Generate(model, TokenSelection.Graph));
    }

    [Fact]
    public void Run_IdsOf32Bits_GivesTheIdsThatTheHostSelects()
    {
        var model = new DecoderForms(models).Int32();

        Assert.Equal(Generate(model, TokenSelection.Host), Generate(model, TokenSelection.Graph));
    }

    [Fact]
    public void Run_BFloat16Logits_GivesTheIdsThatTheHostSelects()
    {
        var model = new DecoderForms(models).BFloat16();

        Assert.Equal(Generate(model, TokenSelection.Host), Generate(model, TokenSelection.Graph));
    }

    [Fact]
    public void Run_ModelInACacheOfLinks_GivesTheIdsThatTheHostSelects()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // As a hub's cache keeps it: files by hash in one folder, links by name in another.
        var original = Path.GetDirectoryName(models.Build(ModelLayout.GenAi, "int4"))!;
        using var cache = new TempFolder();
        foreach (var file in Directory.GetFiles(original))
        {
            var (blob, link) = (cache.File($"blobs/{Path.GetFileName(file).Length}-{Path.GetExtension(file)}"), cache.File($"snapshots/abc/{Path.GetFileName(file)}"));
            Directory.CreateDirectory(Path.GetDirectoryName(blob)!);
            Directory.CreateDirectory(Path.GetDirectoryName(link)!);
            File.Copy(file, blob);
            File.CreateSymbolicLink(link, Path.GetRelativePath(Path.GetDirectoryName(link)!, blob));
        }

        var model = cache.File("snapshots/abc/model.onnx");

        Assert.Equal(Generate(model, TokenSelection.Host), Generate(model, TokenSelection.Graph));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_AfterTheFirst_AllocatesNothing(bool bfloat16)
    {
        using var session = DecoderSession.Load(bfloat16 ? new DecoderForms(models).BFloat16() : models.Build(ModelLayout.GenAi, "fp32"), "cpu", 1, TokenSelection.Graph);
        using var workload = session.CreateWorkload(Batch, Prompt, Generated);
        var trace = new OperationTrace(Generated);
        workload.Run(trace);

        Assert.Equal(0, Allocation.OfRun(workload, trace));
    }

    [Theory]
    [InlineData(TokenSelection.Auto, "host")]
    [InlineData(TokenSelection.Host, "host")]
    [InlineData(TokenSelection.Graph, "graph")]
    public void Load_OnTheCpu_ReportsWhereTokensAreSelected(string asked, string applied)
    {
        using var session = DecoderSession.Load(models.Build(ModelLayout.GenAi, "fp32"), "cpu", 1, asked);

        Assert.Equal(applied, session.Report.Selection);
    }

    [Fact]
    public void Check_GraphThatSelects_ReadsItsLogitsAndPasses()
    {
        using var session = DecoderSession.Load(models.Build(ModelLayout.GenAi, "fp32"), "cpu", 1, TokenSelection.Graph);

        Assert.Empty(DecoderCheck.Run(session).Problems);
    }

    [Fact]
    public void Check_GraphThatSelectsTheSmallest_SaysWhichTokenDiffers()
    {
        var original = models.Build(ModelLayout.GenAi, "fp32");
        var selecting = GreedySelection.Append(OnnxModelReader.Read(original), "input_ids", "logits");
        var model = ModelProto.Parser.ParseFrom(selecting.Bytes);
        model.Graph.Node.Single(n => n.OpType == "ArgMax").OpType = "ArgMin";
        var path = Path.Combine(Path.GetDirectoryName(original)!, "smallest.onnx");
        File.WriteAllBytes(path, model.ToByteArray());
        using var session = DecoderSession.Load(path, "cpu", 1, TokenSelection.Host);

        var result = DecoderCheck.Run(session.With(session.Layout with { NextIds = selecting.Output }));

        Assert.StartsWith("the graph selects token ", Assert.Single(result.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_GraphAskedForAndImpossible_SaysWhy()
    {
        var original = new DecoderForms(models).Original;
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(original));
        model.Graph.Output.Single(o => o.Name == "logits").Type.TensorType.Shape = null;
        var path = Path.Combine(Path.GetDirectoryName(original)!, "shapeless.onnx");
        File.WriteAllBytes(path, model.ToByteArray());

        var problem = Assert.Throws<SelectionException>(() => DecoderSession.Load(path, "cpu", 1, TokenSelection.Graph));

        Assert.IsAssignableFrom<BadInputException>(problem);
        Assert.EndsWith("is not [batch, length, vocabulary]", problem.Message, StringComparison.Ordinal);
    }

    private static int[] Generate(string model, string selection)
    {
        using var session = DecoderSession.Load(model, "cpu", 1, selection);
        using var workload = session.CreateWorkload(Batch, Prompt, Generated);
        workload.SetPrompt(PromptIds.Random(5, Batch, Prompt, session.Layout.Vocabulary));
        workload.Run(new OperationTrace(Generated));
        return [.. Enumerable.Range(0, Batch).SelectMany(row => workload.Output(row).ToArray())];
    }
}
