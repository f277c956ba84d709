using InferBench.Core.Errors;
using InferBench.Economics.Catalog;
using InferBench.Economics.Memory;

namespace InferBench.Economics.Tests.Memory;

public sealed class WeightStorageTests
{
    /// <summary>The dimensions of the model in the published run 20261120-131919-llama-110m.</summary>
    private static ModelArchitecture Llama110m { get; } = new()
    {
        Id = "llama-110m",
        Name = "llama-110m",
        Hidden = 768,
        Ffn = 2_048,
        Heads = 12,
        Vocabulary = 32_000,
        TiedHead = true,
        Context = 1_024,
        Attention = [new() { Kind = AttentionKind.Full, Layers = 12, KvHeads = 12, HeadDim = 64 }],
        Source = "a test",
        AsOf = PartialDate.Undated,
        Confidence = Confidence.High,
    };

    /// <summary>What that run's files hold: decodeWeightBytes beside an embedding table in fp32 (32,000 × 768 × 4); a tied head is written once more in the small format.</summary>
    [Theory]
    [InlineData("fp32", 438_119_424, 0)]
    [InlineData("int4", 68_520_960 + 98_304_000, 0)]
    [InlineData("int8", 110_096_384 + 98_304_000, 0.003)]
    public void Bytes_OwnFormats_AreThoseThatTheQuantizerWrote(string precision, double written, double tolerance)
    {
        var bytes = WeightStorage.Named(precision).Bytes(Llama110m);

        Assert.InRange(bytes, written * (1 - tolerance), written * (1 + tolerance));
    }

    /// <summary>Published checkpoints: gpt-oss-120b is 65.2 GB (60.8 GiB), gpt-oss-20b 13.8 GB (12.8 GiB); Llama-3.1-8B in Q4_K_M 4.92 GB, in Q8_0 8.54 GB.</summary>
    [Theory]
    [InlineData("gpt-oss-120b", "mxfp4", 65.2e9)]
    [InlineData("gpt-oss-20b", "mxfp4", 13.8e9)]
    [InlineData("llama-3.1-8b", "q4_k_m", 4.92e9)]
    [InlineData("llama-3.1-8b", "q8_0", 8.54e9)]
    [InlineData("llama-3.1-8b", "bf16", 16.06e9)]
    public void Bytes_PublishedFormats_AreThoseOfTheCheckpoints(string model, string precision, double published) =>
        Assert.InRange(WeightStorage.Named(precision).Bytes(KnownModels.Named(model)), published * 0.985, published * 1.015);

    [Theory]
    [InlineData("int4-rtn-b32-sym", 5)]
    [InlineData("int4-rtn-b32-sym-a16", 4.5)]
    [InlineData("int4-rtn-b32-sym-abf16", 4.5)]
    [InlineData("int4-abf16", 4.5)]
    [InlineData("int4-rtn-b128-sym", 4.25)]
    [InlineData("int4-hqq-b32-asym", 5.125)]
    [InlineData("int8-rtn-b64-sym", 8.5)]
    [InlineData("nvfp4", 4.5)]
    public void Named_Blocks_CountScalesAndZeroPoints(string name, double bits) => Assert.Equal(bits, WeightStorage.Named(name).MatrixBits);

    [Theory]
    [InlineData("int4-rtn-b48-sym")]
    [InlineData("int3")]
    [InlineData("int4-rtn-b32-sym-af16")]
    [InlineData("")]
    [InlineData("q4")]
    public void Named_Unknown_SaysWhatThereIs(string name)
    {
        var problem = Assert.Throws<BadInputException>(() => WeightStorage.Named(name));

        Assert.StartsWith($"--precision: '{name}' is not known; use fp32, fp16", problem.Message, StringComparison.Ordinal);
    }
}
