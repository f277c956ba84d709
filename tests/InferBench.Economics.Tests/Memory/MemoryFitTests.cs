using FsCheck;
using FsCheck.Fluent;
using InferBench.Economics.Memory;

namespace InferBench.Economics.Tests.Memory;

public sealed class MemoryFitTests
{
    /// <summary>By hand: 8.03 B weights of 2 bytes, 0.13 MB of cache for each of 8,192 tokens, a tenth of 24 GB for the runtime, and intermediate results of 2,048 + n tokens.</summary>
    [Fact]
    public void Answer_LlamaOnA4090_HoldsWhatArithmeticSays()
    {
        var model = KnownModels.Named("llama-3.1-8b");

        var answer = Ask(model, "fp16", context: 8_192, concurrency: 4, memory: 24e9);

        const double PerToken = ((4 * 4_096) + (3 * 14_336)) * 2;
        const double Sequence = (131_072.0 * 8_192) + PerToken + (128_256 * 4);
        Assert.Equal(8_030_261_248 * 2.0, answer.One.WeightBytes);
        Assert.Equal(131_072.0 * 8_192 * 4, answer.One.CacheBytes);
        Assert.Equal((long)((24e9 - 2.4e9 - 16_060_522_496 - (2_048 * PerToken)) / Sequence), answer.One.LargestBatch);
        Assert.Equal(4, answer.One.LargestBatch);
        Assert.Equal(1, answer.Smallest!.Devices);
    }

    [Fact]
    public void Answer_TooLargeForOne_TakesTheFewestThatShareTheHeads()
    {
        var answer = Ask(KnownModels.Named("llama-3.3-70b"), "fp16", 8_192, 16, 80e9);

        Assert.False(answer.One.Fits);
        Assert.Equal(4, answer.Smallest!.Devices);
        Assert.Equal(answer.One.WeightBytes / 4, answer.Smallest.WeightBytes);
    }

    [Fact]
    public void Answer_MeasuredOverhead_LeavesActivationsOut()
    {
        var model = ServedModel.Of(KnownModels.Named("llama-3.1-8b"), WeightStorage.Named("fp16"), 1_024, 16);

        var answer = MemoryFit.Answer(new(model, 1_024, 1, 24e9, new RuntimeOverhead(1e9, Measured: true, "a test")));

        Assert.Equal(0, answer.One.ActivationBytes);
        Assert.Equal(1e9, answer.One.OverheadBytes);
    }

    [Fact]
    public void Answer_NothingHolds_IsNoNumberOfDevices() => Assert.Null(Ask(KnownModels.Named("llama-3.1-405b"), "fp32", 131_072, 1_000, 8e9).Smallest);

    [Fact]
    public void Answer_LargestBatch_FitsAndOneMoreDoesNot() => Prop.ForAll<PositiveInt, PositiveInt, NonNegativeInt>((context, gigabytes, which) =>
    {
        var model = KnownModels.All[which.Get % KnownModels.All.Count];
        var (tokens, memory) = (1 + (context.Get * 37), 1e9 * (8 + (gigabytes.Get * 4)));
        var largest = Ask(model, "int8", tokens, 1, memory).One.LargestBatch;
        return (largest == 0 || Ask(model, "int8", tokens, largest, memory).One.Fits) && !Ask(model, "int8", tokens, largest + 1, memory).One.Fits;
    }).QuickCheckThrowOnFailure();

    private static FitAnswer Ask(ModelArchitecture model, string precision, long context, long concurrency, double memory) =>
        MemoryFit.Answer(new(ServedModel.Of(model, WeightStorage.Named(precision), context, 16), context, concurrency, memory, RuntimeOverhead.Assumed(memory)));
}
