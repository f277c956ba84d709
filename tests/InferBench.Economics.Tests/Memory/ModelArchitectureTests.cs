using FsCheck;
using FsCheck.Fluent;
using InferBench.Economics.Catalog;
using InferBench.Economics.Memory;

namespace InferBench.Economics.Tests.Memory;

public sealed class ModelArchitectureTests
{
    /// <summary>Parameters as the publishers' files hold them (safetensors totals on the hub), biases and all; here they are counted from dimensions.</summary>
    [Theory]
    [InlineData("llama-3.2-1b", 1_235_814_400)]
    [InlineData("llama-3.2-3b", 3_212_749_824)]
    [InlineData("llama-3.1-8b", 8_030_261_248)]
    [InlineData("llama-3.1-70b", 70_553_706_496)]
    [InlineData("llama-3.1-405b", 405_853_388_800)]
    [InlineData("qwen3-8b", 8_190_735_360)]
    [InlineData("qwen3-32b", 32_762_123_264)]
    [InlineData("qwen3-30b-a3b", 30_532_122_624)]
    [InlineData("qwen3-235b-a22b", 235_093_634_560)]
    [InlineData("mistral-7b", 7_248_023_552)]
    [InlineData("mixtral-8x7b", 46_702_792_704)]
    [InlineData("gpt-oss-20b", 20_914_757_184)]
    [InlineData("gpt-oss-120b", 116_829_156_672)]
    [InlineData("gemma-3-1b", 999_885_952)]
    [InlineData("phi-4", 14_659_507_200)]
    public void Parameters_KnownModel_AreThePublishedOnesWithinOneInAThousand(string model, long published)
    {
        var counted = KnownModels.Named(model).Parameters;

        Assert.InRange(counted, published * 0.999, published * 1.001);
    }

    /// <summary>Publishers' own rounded figures: 671 B with 37 B active, 1 T with 32 B, 22 B of Qwen3's, 3.3 B, 12.9 B, 5.1 B without the embedding table that is here counted in.</summary>
    [Theory]
    [InlineData("deepseek-v3", 671e9, 37e9, 0.02)]
    [InlineData("kimi-k2", 1.03e12, 32e9, 0.03)]
    [InlineData("qwen3-235b-a22b", 235e9, 22e9, 0.02)]
    [InlineData("qwen3-30b-a3b", 30.5e9, 3.3e9, 0.02)]
    [InlineData("mixtral-8x7b", 46.7e9, 12.9e9, 0.01)]
    [InlineData("qwen3.5-27b", 27e9, 27e9, 0.02)]
    [InlineData("qwen3.5-35b-a3b", 35e9, 3e9, 0.16)]
    public void ActiveParameters_MixtureOfExperts_AreThePublishedOnes(string model, double total, double active, double tolerance)
    {
        var architecture = KnownModels.Named(model);

        Assert.InRange(architecture.Parameters, total * (1 - tolerance), total * (1 + tolerance));
        Assert.InRange(architecture.ActiveParameters, active * (1 - tolerance), active * (1 + tolerance));
    }

    /// <summary>Worked examples: 2·32·8·128·2, 2·80·8·128·2, 61·(512 + 64)·2.</summary>
    [Theory]
    [InlineData("llama-3.1-8b", 131_072)]
    [InlineData("llama-3.1-70b", 327_680)]
    [InlineData("deepseek-v3", 70_272)]
    public void CacheBytes_OneTokenInSixteenBits_AreThoseOfTheWorkedExamples(string model, double bytes) =>
        Assert.Equal(bytes, KnownModels.Named(model).CacheBytes(1, 16));

    /// <summary>gpt-oss-20b by hand: 12 layers of all 10,000 tokens and 12 of the last 128, each 2·8·64 values of 2 bytes.</summary>
    [Fact]
    public void CacheBytes_SlidingWindow_StopsGrowing() =>
        Assert.Equal(2.0 * 8 * 64 * 2 * 12 * (10_000 + 128), KnownModels.Named("gpt-oss-20b").CacheBytes(10_000, 16));

    /// <summary>Qwen3.5-27B by hand: 48 states of 48·128·128 values of 4 bytes and convolutions of 3·(2·16·128 + 48·128) values of 2, beside 16 layers of 2·4·256 values of 2 for each token.</summary>
    [Fact]
    public void CacheBytes_RecurrentLayers_AreAConstantBesideTheOthers()
    {
        var model = KnownModels.Named("qwen3.5-27b");
        const double State = 48.0 * ((48 * 128 * 128 * 4) + (3 * ((2 * 16 * 128) + (48 * 128)) * 2));

        Assert.Equal(State + (16.0 * 2 * 4 * 256 * 2 * 1_000), model.CacheBytes(1_000, 16));
    }

    [Fact]
    public void CacheBytes_LongerContext_NeverTakeLess() => Prop.ForAll<PositiveInt, PositiveInt, NonNegativeInt>((one, more, which) =>
    {
        var model = KnownModels.All[which.Get % KnownModels.All.Count];
        return model.CacheBytes(one.Get, 16) <= model.CacheBytes((long)one.Get + more.Get, 16);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void CacheBytesPerDevice_LatentCache_IsKeptByEachDevice()
    {
        Assert.Equal(KnownModels.Named("deepseek-v3").CacheBytes(100, 16), KnownModels.Named("deepseek-v3").CacheBytesPerDevice(100, 16, 8));
        Assert.Equal(KnownModels.Named("llama-3.1-70b").CacheBytes(100, 16) / 8, KnownModels.Named("llama-3.1-70b").CacheBytesPerDevice(100, 16, 16));
    }

    [Theory]
    [InlineData("llama-3.1-8b", 3, false)]
    [InlineData("llama-3.1-8b", 4, true)]
    [InlineData("llama-3.1-8b", 16, true)]
    [InlineData("qwen2.5-7b", 8, false)]
    [InlineData("qwen2.5-7b", 28, true)]
    public void CanShareAmong_Devices_OnlyWhereHeadsDivideEvenly(string model, int devices, bool can) =>
        Assert.Equal(can, KnownModels.Named(model).CanShareAmong(devices));

    [Fact]
    public void All_EveryModel_IsWholeSourcedAndDated() => Assert.All(KnownModels.All, model =>
    {
        Assert.All(model.Attention, group => Assert.Empty(group.Problems()));
        Assert.NotEmpty(model.Source);
        Assert.NotNull(model.AsOf.Earliest);
        Assert.NotEqual(Confidence.Recalled, model.Confidence);
        Assert.True(model.Experts is null || model.Experts.Layers <= model.Layers);
    });

    [Fact]
    public void All_Names_AreThereOnce() => Assert.Equal(KnownModels.All.Count, KnownModels.All.Select(model => model.Id).Distinct().Count());
}
