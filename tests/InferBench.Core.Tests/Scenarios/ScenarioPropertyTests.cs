using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Scenarios;

namespace InferBench.Core.Tests.Scenarios;

public sealed class ScenarioPropertyTests
{
    private static Arbitrary<long[]> Latencies { get; } =
        Gen.Choose(0, 200_000_000).Select(value => (long)value).ArrayOf().Where(values => values.Length > 0).ToArbitrary();

    [Fact]
    public void PercentileNs_HigherPercentile_IsNeverLower() =>
        Prop.ForAll(Latencies, values =>
        {
            var figures = LatencyFigures.Of(values);
            var percentiles = LatencyFigures.Reported.Select(figures.PercentileNs).ToList();

            return percentiles.SequenceEqual(percentiles.Order()) && figures.MinNs <= percentiles[0] && percentiles[^1] <= figures.MaxNs;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Score_OtherOrder_IsTheSame() =>
        Prop.ForAll(Latencies, values =>
        {
            // The last stays where it is: when it was done is a figure of its own.
            var turned = values[..^1].Reverse().Append(values[^1]).ToArray();

            return Scored.Log(Scored.Server(values)).GetRawText() == Scored.Log(Scored.Server(turned)).GetRawText();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Score_HigherTargetLatency_NeverTurnsValidIntoInvalid() =>
        Prop.ForAll(Latencies, Gen.Choose(0, 200_000_000).ToArbitrary(), Gen.Choose(0, 50_000_000).ToArbitrary(), (values, target, more) =>
        {
            // Many copies, so that some of the runs have queries enough.
            long[] many = [.. Enumerable.Repeat(values, 40).SelectMany(copy => copy)];
            var strict = Scored.Server(many, settings => settings with { Percentile = 0.9, TargetLatencyNs = target });
            var loose = Scored.Server(many, settings => settings with { Percentile = 0.9, TargetLatencyNs = target + more });

            return (!strict.Valid || loose.Valid) && loose.OverLatencyCount <= strict.OverLatencyCount;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Over_AnyLimit_CountsThoseStrictlyAbove() =>
        Prop.ForAll(Latencies, Gen.Choose(0, 200_000_000).ToArbitrary(), (values, limit) =>
            LatencyFigures.Of(values).Over(limit) == values.Count(value => value > limit) && LatencyFigures.Of(values).Over(values[0]) == values.Count(value => value > values[0]))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Schedule_AnySeed_RisesAtTheRate() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(1, 5_000).ToArbitrary(), (seed, qps) =>
        {
            var due = PoissonArrivals.Schedule((ulong)seed, qps, minDurationMs: 0, minQueryCount: 4_000);

            // The mean of 3999 exponential gaps is within 7 standard errors but once in 10^11, and a gap below a nanosecond is one of a million.
            var mean = due[^1] / 1e9 / (due.Count - 1) * qps;
            var rises = due.Zip(due.Skip(1)).All(pair => pair.First <= pair.Second) && due.Distinct().Count() >= 3_995;
            return due.Count == 4_000 && due[0] == 0 && rises && Math.Abs(mean - 1) < 7 / Math.Sqrt(3_999);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Schedule_Duration_EndsWithTheFirstArrivalAtOrAfterIt() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(1, 3_000).ToArbitrary(), (seed, milliseconds) =>
        {
            var due = PoissonArrivals.Schedule((ulong)seed, 500, milliseconds, minQueryCount: 1);

            return due[^1] >= milliseconds * 1_000_000L && due.SkipLast(1).All(time => time < milliseconds * 1_000_000L);
        }).QuickCheckThrowOnFailure();
}
