using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Scenarios;
using InferBench.Tests;

namespace InferBench.Core.Tests.Scenarios;

public sealed class SampleOrderTests
{
    [NeedsModelsFact(LoadGenVectors.File)]
    public void Of_SeedsOfLoadGen_AsksForTheSameSamples()
    {
        var expected = LoadGenVectors.Root.GetProperty("sample_order");
        var settings = ScenarioSettings.For(LoadScenario.SingleStream) with
        {
            DatasetSamples = expected.GetProperty("qsl_total").GetInt64(),
            MinQueryCount = expected.GetProperty("min_query_count").GetInt64(),
            QslSeed = ulong.Parse(expected.GetProperty("qsl_rng_seed").GetString()!, CultureInfo.InvariantCulture),
            SampleIndexSeed = ulong.Parse(expected.GetProperty("sample_index_rng_seed").GetString()!, CultureInfo.InvariantCulture),
        };

        Assert.Equal(expected.GetProperty("first_64_loaded_set").EnumerateArray().Select(value => value.GetInt32()), SampleOrder.LoadedSet(settings).Take(64));
        Assert.Equal(expected.GetProperty("first_64_sample_indices").EnumerateArray().Select(value => value.GetInt32()), SampleOrder.Of(settings).Take(64));
    }

    [Fact]
    public void Of_EqualIssue_AsksForEachOnceInARound()
    {
        var settings = ScenarioSettings.For(LoadScenario.Server) with { DatasetSamples = 43, MinQueryCount = 100, EqualIssue = true };

        var rounds = SampleOrder.Of(settings).Take(129).Chunk(43).ToList();

        Assert.All(rounds, round => Assert.Equal(Enumerable.Range(0, 43), round.Order()));
        Assert.NotEqual(rounds[0], rounds[1]);
    }

    [Fact]
    public void Shuffle_AnyCount_IsAPermutation() =>
        Prop.ForAll(Gen.Elements(0, 1, 2, 3, 10, 11, 65_535, 65_536, 70_001).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (count, seed) =>
        {
            var items = Enumerable.Range(0, count).ToArray();

            new MersenneTwister((ulong)seed).Shuffle(items);

            return items.Order().SequenceEqual(Enumerable.Range(0, count));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shuffle_ThreeItems_GivesEveryOrderAboutEquallyOften()
    {
        var random = new MersenneTwister(1);
        var orders = Enumerable.Range(0, 6_000).Select(_ =>
        {
            int[] items = [0, 1, 2];
            random.Shuffle(items);
            return string.Join(' ', items);
        });

        Assert.All(orders.CountBy(order => order), order => Assert.InRange(order.Value, 850, 1_150));
    }
}
