using InferBench.Models.Onnx;
using InferBench.Models.Quantization;
using InferBench.Models.Synthetic;
using InferBench.Models.Tests.Synthetic;

namespace InferBench.Models.Tests.Quantization;

/// <summary>Written down on x86-64 Linux. Another hash after a change means that <see cref="Quantizer.Version"/> must count up.</summary>
public sealed class QuantizerReproducibilityTests(SharedModels models) : IClassFixture<SharedModels>
{
    [Theory]
    [InlineData("fp16", "e5567462f84245290e64867a1c17613b492ef76d3628e1676ea808066a9f5bc7")]
    [InlineData("int8-dyn-chan", "41467099e43fdb88abb7e576d697f8ca873ba581e6bcef6f7a6ca07ca19328da")]
    [InlineData("int8-qdq-chan", "537f7b58f8969b3b1c7a59f514b7bc62bba40a68eec6d50cf910a9002738bbf6")]
    [InlineData("int8-rtn-b32-sym", "e8988c2b1727e8ee5694d444640fc48d005f5a27b1bf6d83f5d2e6dd1e4453f2")]
    [InlineData("int4-rtn-b32-sym", "11ab943f1b4983f8411edc9a15efc46926bbf3e5556b8e30b550ed4b0f3e5b2e")]
    [InlineData("int4-rtn-b32-asym", "812eccb38a8d9f4f4df1beea494134589807ba768a826a162aa07cfb35afbece")]
    [InlineData("int4-hqq-b32-asym", "a443b93632e1b0a348e910883888aaa50f3698183e2923e3eaa66d6247c44aed")]
    public void Quantize_TinyModel_HasThePinnedHashWithAnyNumberOfThreads(string scheme, string sha256)
    {
        using var folder = new TempFolder();
        using var culture = new CultureScope("ru-RU");
        var source = models[SharedModels.Spec("llama-tiny", "fp32", ModelLayout.GenAi)];

        var hashes = new[] { 1, 2 }
            .Select(threads => new QuantizationOptions(QuantizationScheme.Parse(scheme)) { Threads = threads })
            .Select(options => Quantizer.Quantize(source.ModelPath, options, folder.File($"{options.Threads}")))
            .ToList();

        Assert.All(hashes, r => Assert.Equal(sha256, r.Sha256));
        Assert.Equal(sha256, ModelIdentity.Compute(OnnxModelReader.Read(hashes[0].ModelPath)).Sha256);
        Assert.Equal(hashes[0].BytesAfter, ModelIdentity.Compute(OnnxModelReader.Read(hashes[0].ModelPath)).TotalBytes);
        Assert.Equal(source.Sha256, hashes[0].SourceSha256);
    }

    [Fact]
    public void Quantize_FloatsOfASyntheticModel_GiveTheIntegersThatTheBuilderWrites()
    {
        using var folder = new TempFolder();
        var source = models[SharedModels.Spec("llama-tiny", "fp32", ModelLayout.GenAi)];
        var built = Integers(models[SharedModels.Spec("llama-tiny", "int4", ModelLayout.GenAi)].ModelPath);

        var quantized = Integers(Quantizer.Quantize(source.ModelPath, new QuantizationOptions(QuantizationScheme.Int4), folder.File("out")).ModelPath);

        Assert.NotEmpty(built);
        Assert.Equal(built.Order(), quantized.Order());
    }

    [Fact]
    public void Quantize_Metadata_SaysHowItWasMadeAndCompanionsComeAlong()
    {
        using var folder = new TempFolder();
        var source = models[SharedModels.Spec("llama-tiny", "fp32", ModelLayout.GenAi)];

        var report = Quantizer.Quantize(source.ModelPath, new QuantizationOptions(QuantizationScheme.Int4), folder.File("out"));

        var metadata = OnnxModelReader.Read(report.ModelPath).Metadata;
        Assert.Equal("int4-rtn-b32-sym", metadata["inferbench.precision"]);
        Assert.Equal(source.Sha256, metadata["inferbench.source_sha256"]);
        Assert.Equal("4", metadata["inferbench.accuracy_level"]);
        Assert.StartsWith($"{report.Quantized} of {report.Candidates} converted", metadata["inferbench.counts"], StringComparison.Ordinal);
        Assert.Equal(
            ["config.json", "genai_config.json", "model.onnx", "model.onnx.data"],
            Directory.EnumerateFiles(folder.File("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(OnnxModelReader.Read(report.ModelPath).Graph.Initializers.Where(t => t.Data?.External is not null), t => Assert.Equal(0, t.Data!.Offset % 4_096));
    }

    private static List<string> Integers(string path)
    {
        var data = File.ReadAllBytes($"{path}.data");
        return [.. OnnxModelReader.Read(path).Graph.Initializers
            .Where(t => t.ElementType == OnnxElementType.UInt8)
            .Select(t => Convert.ToHexString(data.AsSpan((int)t.Data!.Offset, (int)t.Data.Length)))];
    }
}
