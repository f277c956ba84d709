using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Comparison;

namespace InferBench.Core.Tests.Comparison;

public sealed class HolmTests
{
    [Fact]
    public void Adjusted_FivePValues_AreThoseOfR()
    {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), "holm") is 0.040 0.090 0.090 0.025 0.500, from the definition as well.
        var adjusted = Holm.Adjusted([0.01, 0.04, 0.03, 0.005, 0.5]);

        Assert.Equal([0.04, 0.09, 0.09, 0.025, 0.5], adjusted.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void Adjusted_AnyPValues_LieBetweenTheirOwnAndBonferronis() =>
        Prop.ForAll(Gen.Choose(0, 1_000).Select(value => value / 1_000.0).ArrayOf().ToArbitrary(), values =>
            Holm.Adjusted(values).Zip(values).All(pair => pair.First >= pair.Second && pair.First <= Math.Min(1, (pair.Second * values.Length) + 1e-12))
            || values.Length == 0).QuickCheckThrowOnFailure();
}
