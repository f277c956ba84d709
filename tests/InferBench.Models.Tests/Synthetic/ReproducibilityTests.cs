using InferBench.Models.Onnx;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Tests.Synthetic;

/// <summary>
/// The hashes were written down on x86-64 Linux. Another one on another system means that the bytes depend on the system, which they must not;
/// another one after a change means that <see cref="SyntheticModelSpec.BuilderVersion"/> must count up.
/// </summary>
public sealed class ReproducibilityTests
{
    [Theory]
    [InlineData(ModelLayout.GenAi, "fp32", "c1dff9f71992c2f6b33858f1eaa09992507bb39b42c081d15ec0dc8fcc3b232f")]
    [InlineData(ModelLayout.GenAi, "fp16", "12e339bc56fef4d5f656405a2b343838c4edaf50bbbf8fb7b316101f9c9ed838")]
    [InlineData(ModelLayout.GenAi, "bf16", "df6396db402753555b3397073232532698745274d1ce194ca470de9abf70b9f8")]
    [InlineData(ModelLayout.GenAi, "int8-dyn-chan", "f1eb257aaca94ed1d6911791519a3c92ffde04f1c0bf6c5a2101e090d351ec78")]
    [InlineData(ModelLayout.GenAi, "int8-rtn-b32-sym", "21d709343b7c3618fafa46497959d0bf2c720b2451c0ee62dff434208cd9fbee")]
    [InlineData(ModelLayout.GenAi, "int4-rtn-b32-sym", "3b7123dfc6749ca0d9747baf0ea857b32e2aa984b15bb7b40ea34f4ed5ff0823")]
    [InlineData(ModelLayout.GenAi, "int4-rtn-b32-sym-a16", "76e43abcb7e897ed42bab837fcaf013dddcca455087b568b3827291b6f92dd29")]
    [InlineData(ModelLayout.GenAi, "int4-rtn-b32-sym-abf16", "b78f74d124f3f23b3b819ec0827bed32bc72c3da157c1316f33cabcc673b81cf")]
    [InlineData(ModelLayout.Optimum, "fp32", "f2caf57db4d31976321542d949cf93128770398d7fa2cf9ffa03522874d8bd8e")]
    [InlineData(ModelLayout.Optimum, "fp16", "db4fd5b20bf969390c5874622b451f691d4380eb97a2f9ebe73bdcf0f9e2101f")]
    [InlineData(ModelLayout.Optimum, "int8-dyn-chan", "1b84885c9504d735fee2707c69793e979fedb4c176bb295985570d0bc4046d9d")]
    [InlineData(ModelLayout.Optimum, "int8-rtn-b32-sym", "95ecec2f003017d3578a83fd0c65d1ab40a7701d5a16877f42487eaab70b9ba8")]
    [InlineData(ModelLayout.Optimum, "int4-rtn-b32-sym", "3528dcc04f60dfec3c7641036213cb233da8b2de33e8b8429446bd87c4b1a97c")]
    [InlineData(ModelLayout.Optimum, "int4-rtn-b32-sym-a16", "637519e9287775e33effbbb69865ff2f40d88afcfe8cd2d5d63eddc5d7245c47")]
    public void Build_TinyModel_HasThePinnedHash(ModelLayout layout, string precision, string sha256)
    {
        using var folder = new TempFolder();
        using var culture = new CultureScope("ru-RU");

        var model = SyntheticModelBuilder.Build(SharedModels.Spec("llama-tiny", precision, layout), folder.Path);

        Assert.Equal(sha256, model.Sha256);
    }

    [Fact]
    public void Build_AnotherSeed_GivesOtherWeights()
    {
        using var folder = new TempFolder();
        var hashes = new ulong[] { 1, 2 }
            .Select(seed => SyntheticModelSpec.Preset("llama-tiny", WeightPrecision.Fp32, seed: seed))
            .Select(spec => SyntheticModelBuilder.Build(spec, folder.Path))
            .Select(model => ModelHash.OfFile(model.ModelPath + ".data", CancellationToken.None));

        Assert.Equal(2, hashes.Distinct().Count());
    }

    [Fact]
    public void Build_AllTensors_DifferSoThatTheRuntimeMergesNone()
    {
        using var folder = new TempFolder();

        var built = SyntheticModelBuilder.Build(SharedModels.Spec("llama-tiny", "fp32", ModelLayout.GenAi), folder.Path);

        var data = File.ReadAllBytes(built.ModelPath + ".data");
        var tensors = OnnxModelReader.Read(built.ModelPath).Graph.Initializers.Where(t => t.Data?.External is not null).ToList();
        var contents = tensors.Select(t => Convert.ToHexString(data.AsSpan((int)t.Data!.Offset, (int)t.Data.Length)));
        Assert.Equal(tensors.Count, contents.Distinct().Count());
        Assert.All(tensors, t => Assert.Equal(0, t.Data!.Offset % 4_096));
    }
}
