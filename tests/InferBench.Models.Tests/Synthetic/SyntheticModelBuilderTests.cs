using System.Text.Json;
using InferBench.Models.Onnx;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Tests.Synthetic;

public sealed class SyntheticModelBuilderTests : IDisposable
{
    private static readonly SyntheticModelSpec Tiny = SyntheticModelSpec.Preset("llama-tiny", WeightPrecision.Int4);
    private readonly TempFolder _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void Build_TwiceWithOneSpec_ReusesTheFirst()
    {
        var first = SyntheticModelBuilder.Build(Tiny, _cache.Path);
        var second = SyntheticModelBuilder.Build(Tiny, _cache.Path);

        Assert.False(first.Reused);
        Assert.Equal(first with { Reused = true }, second);
    }

    [Fact]
    public void Build_DataFileCutShort_BuildsAnew()
    {
        var first = SyntheticModelBuilder.Build(Tiny, _cache.Path);
        using (var data = File.OpenWrite(first.ModelPath + ".data"))
        {
            data.SetLength(data.Length / 2);
        }

        Assert.Equal(first, SyntheticModelBuilder.Build(Tiny, _cache.Path));
        Assert.Equal(first.Sha256, ModelIdentity.Compute(OnnxModelReader.Read(first.ModelPath)).Sha256);
    }

    [Fact]
    public void Build_ManifestIsDamaged_BuildsAnew()
    {
        var first = SyntheticModelBuilder.Build(Tiny, _cache.Path);
        File.WriteAllText(Path.Combine(first.Folder, "inferbench.json"), "{ \"files\": null");

        Assert.Equal(first, SyntheticModelBuilder.Build(Tiny, _cache.Path));
    }

    [Fact]
    public void Build_Cancelled_LeavesNoModel()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => SyntheticModelBuilder.Build(Tiny, _cache.Path, null, cancelled.Token));

        Assert.Empty(Directory.EnumerateDirectories(_cache.Path));
    }

    [Fact]
    public void Build_CancelledHalfWay_LeavesNoModel()
    {
        using var cancelled = new CancellationTokenSource();
        var progress = new Immediate(_ => cancelled.Cancel());

        Assert.Throws<OperationCanceledException>(() => SyntheticModelBuilder.Build(Tiny, _cache.Path, progress, cancelled.Token));

        Assert.Empty(Directory.EnumerateDirectories(_cache.Path));
    }

    [Fact]
    public void Build_FolderOfAnotherKindInTheWay_IsLeftAlone()
    {
        var precious = _cache.Write(Path.Combine(Tiny.FolderName, "notes.txt"), "mine");

        var error = Assert.Throws<ModelBuildException>(() => SyntheticModelBuilder.Build(Tiny, _cache.Path));

        Assert.Contains("is in the way", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(precious));
    }

    [Fact]
    public void Build_CacheFolderIsAFile_SaysSoInOneLine()
    {
        var file = _cache.Write("cache", "");

        var error = Assert.Throws<ModelBuildException>(() => SyntheticModelBuilder.Build(Tiny, file));

        Assert.Contains("could not be written", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Build_ImpossibleShape_NamesEveryProblem()
    {
        var spec = Tiny with { ShapeName = "../x", Shape = Tiny.Shape with { Layers = 0, Heads = 3, HeadDim = 12 } };

        var error = Assert.Throws<ModelBuildException>(() => SyntheticModelBuilder.Build(spec, _cache.Path));

        foreach (var part in (string[])["layers is 0", "heads (3)", "headDim (12)", "name \"../x\""])
        {
            Assert.Contains(part, error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("bf16")]
    [InlineData("int4-rtn-b64-sym-abf16")]
    public void Build_BFloat16InTheOptimumLayout_SaysWhyNotAndWritesNothing(string precision)
    {
        var error = Assert.Throws<ModelBuildException>(() => SyntheticModelBuilder.Build(SharedModels.Spec("llama-tiny", precision, ModelLayout.Optimum), _cache.Path));

        Assert.Equal(
            $"llama-tiny: {precision} needs the genai layout: norms in the optimum layout are made of ReduceMean, of which ONNX Runtime has no bf16 kernel", error.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_cache.Path));
    }

    [Theory]
    [InlineData("fp32", "float32")]
    [InlineData("fp16", "float16")]
    [InlineData("bf16", "bfloat16")]
    [InlineData("int4-abf16", "bfloat16")]
    public void Build_AnyPrecision_NamesTheActivationsInTheConfiguration(string precision, string type)
    {
        var built = SyntheticModelBuilder.Build(SharedModels.Spec("llama-tiny", precision, ModelLayout.GenAi), _cache.Path);

        using var config = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(built.Folder, "config.json")));
        Assert.Equal(type, config.RootElement.GetProperty("torch_dtype").GetString());
    }

    [Fact]
    public async Task Build_AskedTwiceAtOnce_BuildsOnce()
    {
        var models = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SyntheticModelBuilder.Build(Tiny, _cache.Path))));

        Assert.Single(models, m => !m.Reused);
    }

    [Theory]
    [InlineData("fp32", ModelLayout.GenAi)]
    [InlineData("int8", ModelLayout.Optimum)]
    [InlineData("int4", ModelLayout.GenAi)]
    [InlineData("bf16", ModelLayout.GenAi)]
    public void EstimateBytes_AnyForm_IsWhatBuildWrites(string precision, ModelLayout layout)
    {
        var spec = SharedModels.Spec("llama-tiny", precision, layout);

        Assert.Equal(SyntheticModelBuilder.EstimateBytes(spec), SyntheticModelBuilder.Build(spec, _cache.Path).Bytes);
    }

    [Fact]
    public void EstimateBytes_LargestPreset_WritesNothing()
    {
        var bytes = SyntheticModelBuilder.EstimateBytes(SyntheticModelSpec.Preset("llama-8b", WeightPrecision.Fp32));

        Assert.InRange(bytes, 32_100_000_000, 32_200_000_000);
    }

    [Fact]
    public void FolderName_PresetOrChangedShape_TellsThemApart()
    {
        var preset = SyntheticModelSpec.Preset("llama-110m", WeightPrecision.Int4);
        var changed = preset with { Shape = preset.Shape with { Context = 2_048 } };

        Assert.Equal("llama-110m-genai-int4-rtn-b32-sym-s42-v1", preset.FolderName);
        Assert.Matches("^llama-110m-[0-9a-f]{8}-genai-int4-rtn-b32-sym-s42-v1$", changed.FolderName);
    }

    [Fact]
    public void Preset_UnknownName_ListsThoseThereAre()
    {
        var error = Assert.Throws<ModelBuildException>(() => SyntheticModelSpec.Preset("llama-9b"));

        Assert.Contains("llama-8b", error.Message, StringComparison.Ordinal);
    }

    private sealed class Immediate(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
