using InferBench.Core.Errors;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Decoding;
using InferBench.Tests.Runtime.Decoding;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Tests.Runtime.Sessions;

public sealed class SessionLoaderTests
{
    [Fact]
    public void Load_NoSuchFile_NamesIt()
    {
        AssertOneClearLine("nowhere.onnx", ErrorOf("nowhere.onnx"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>404</html>")]
    public void Load_NoModelInside_NamesTheFile(string text)
    {
        using var folder = new TempFolder();

        AssertOneClearLine("model.onnx", ErrorOf(folder.Write("model.onnx", text)));
    }

    [Fact]
    public void Load_BrokenConfiguration_NamesThatFile()
    {
        using var models = new SyntheticModels();
        var model = models.Build(ModelLayout.Optimum, "fp32");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(model)!, "config.json"), "{");

        AssertOneClearLine("config.json", ErrorOf(model));
    }

    [NeedsModelsFact("odd/lfs-pointer/cls.onnx")]
    public void Load_GitLfsPointer_SaysHowToGetTheModel()
    {
        Assert.Contains("Git LFS pointer", ErrorOf(TestModels.Path("odd/lfs-pointer/cls.onnx")), StringComparison.Ordinal);
    }

    [NeedsModelsTheory("odd/winml")]
    [InlineData("odd/winml/corrupt-model.onnx")]
    [InlineData("odd/winml/foo_truncated.onnx")]
    public void Load_CorruptModel_IsOneClearLine(string model)
    {
        AssertOneClearLine(Path.GetFileName(model), ErrorOf(TestModels.Path(model)));
    }

    [NeedsModelsFact("external-data/mnist-external/mnist.onnx")]
    public void Load_MissingExternalData_NamesIt()
    {
        using var folder = new TempFolder();
        File.Copy(TestModels.Path("external-data/mnist-external/mnist.onnx"), folder.File("mnist.onnx"));

        var error = ErrorOf(folder.File("mnist.onnx"));

        AssertOneClearLine("mnist.onnx", error);
        Assert.Contains("mnist.onnx.data", error, StringComparison.Ordinal);
    }

    [NeedsModelsFact("mnist/model.onnx")]
    public void Load_NotADecoder_SaysWhatIsMissing()
    {
        var error = ErrorOf(TestModels.Path("mnist/model.onnx"));

        Assert.Equal(
            "model.onnx: not a decoder with a KV cache: no input input_ids, no output logits, "
            + "no inputs past_key_values.N.key and .value; it has input Input3",
            error);
    }

    [NeedsModelsFact("tiny-gpt2-genai")]
    public void Load_StackedCache_IsReadFromTheGraphAndItsConfiguration()
    {
        using var session = DecoderSession.Load(TestModels.Path("tiny-gpt2-genai/past.onnx"), "cpu", 1);

        Assert.Equal(Enumerable.Range(0, 5).Select(l => new CacheTensor($"past_{l}", $"present_{l}", 4, 8, Stacked: true)), session.Layout.Cache);
        Assert.Equal(TensorElementType.Int32, session.Layout.InputIds.Type);
        Assert.Equal(98, session.Layout.BosTokenId);
    }

    [NeedsModelsFact(BabyLlama.GenAi)]
    public void Load_NoThreads_SaysSo()
    {
        var error = Assert.Throws<BadInputException>(() => DecoderSession.Load(TestModels.Path(BabyLlama.GenAi), "cpu", 0));

        Assert.Equal("threads 0: at least 1 is needed", error.Message);
    }

    [NeedsModelsTheory("babyllama")]
    [InlineData(BabyLlama.Optimum, CacheMode.Growing, "growing")]
    [InlineData(BabyLlama.GenAi, CacheMode.Shared, "shared")]
    public void Load_Decoder_ReportsWhatWasApplied(string model, CacheMode mode, string reported)
    {
        using var session = DecoderSession.Load(TestModels.Path(model), "cpu", 2);

        Assert.Equal(mode, session.Layout.CacheMode);
        Assert.Equal(105, session.Layout.Vocabulary);
        Assert.Equal(256, session.Layout.ContextLength);
        Assert.Equal(10, session.Layout.Cache.Count);
        Assert.All(session.Layout.Cache, t => Assert.Equal((4, 16), (t.Heads, t.HeadSize)));
        Assert.Equal("cpu", session.Report.Provider);
        Assert.Equal(reported, session.Report.CacheMode);
        Assert.Equal(2, session.Report.IntraOpThreads);
        Assert.Equal("2", session.Report.SessionOptions["intra_op_num_threads"]);
        Assert.Equal("1", session.Report.SessionOptions["inter_op_num_threads"]);
        Assert.Equal("all", session.Report.SessionOptions["graph_optimization_level"]);
        Assert.True(session.Report.LoadNs > 0);
        Assert.StartsWith("1.", session.Report.OnnxRuntime, StringComparison.Ordinal);
    }

    private static string ErrorOf(string model) => Assert.Throws<BadInputException>(() => DecoderSession.Load(model, "cpu", 1)).Message;

    private static void AssertOneClearLine(string file, string error)
    {
        Assert.StartsWith(file, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
        Assert.DoesNotContain("ErrorCode", error, StringComparison.Ordinal);
        Assert.True(error.Length < 300, error);
    }
}
