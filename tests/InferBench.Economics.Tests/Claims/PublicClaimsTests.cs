using FsCheck;
using FsCheck.Fluent;
using InferBench.Economics.Catalog;
using InferBench.Economics.Claims;

namespace InferBench.Economics.Tests.Claims;

public sealed class PublicClaimsTests
{
    private static readonly ClaimInputs Inputs = new(PriceCatalog.BuiltIn, new DateOnly(2026, 11, 20));

    // Worked by hand from $3.99 an H100-hour, 2 × 2,209 output tok/s and each offer's prices: U* = 7.98 ÷ (4418 × 0.0036 × (p_in + p_out)),
    // and a month of 730 hours at U* makes 7.98 × 730 ÷ (p_in + p_out) million output tokens, rounded as in that calculation.
    [Theory]
    [InlineData("anthropic/claude-haiku-5.5: from 83.6 % utilization on, 9,709 M output tokens a month")]
    [InlineData("openai/gpt-4o-mini: from 66.9 % utilization on, 7,767 M output tokens a month")]
    [InlineData("groq/llama-3.3-70b-versatile: from 36.4 % utilization on, 4,221 M output tokens a month")]
    [InlineData("together/meta-llama/Llama-3.3-70B-Instruct-Turbo: from 28.5 % utilization on, 3,310 M output tokens a month")]
    [InlineData("openai/gpt-6.1-terra: from 8.4 % utilization on, 970.9 M output tokens a month")]
    [InlineData("anthropic/claude-sonnet-5.5: from 4.2 % utilization on, 485.4 M output tokens a month")]
    [InlineData("anthropic/claude-opus-5.5: from 2.1 % utilization on, 242.7 M output tokens a month")]
    [InlineData("anthropic/claude-opus-4-1: from 0.6 % utilization on, 64.73 M output tokens a month")]
    public void SelfHosting_AgainstOtherOffers_MeetsThemWhereTheWorkedExampleDoes(string expected) =>
        Assert.Contains($"against {expected}", Recompute("self-hosting-is-cheaper").Flips);

    [Fact]
    public void SelfHosting_AgainstTheSameWeights_NeverHoldsAtTheListPrice()
    {
        var claim = Recompute("self-hosting-is-cheaper", Inputs with { Utilization = 1 });

        Assert.Equal(ClaimVerdict.DoesNotHold, claim.Verdict);
        Assert.Contains(claim.Lines, line => line.Text.EndsWith("= 119.5 % utilization", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3.3, ClaimVerdict.Holds)]
    [InlineData(3.4, ClaimVerdict.DoesNotHold)]
    public void SelfHosting_AtThePriceWhereItSaysToFlip_Flips(double usdPerGpuHour, ClaimVerdict expected)
    {
        Assert.Contains(Recompute("self-hosting-is-cheaper").Flips, flip => flip.EndsWith("$3.34 always busy", StringComparison.Ordinal));

        Assert.Equal(expected, Recompute("self-hosting-is-cheaper", Inputs with { Utilization = 1, UsdPerGpuHour = usdPerGpuHour }).Verdict);
    }

    [Theory]
    [InlineData(0.41, ClaimVerdict.DoesNotHold)]
    [InlineData(0.42, ClaimVerdict.Holds)]
    public void SelfHostedSaving_NinetyPercentBelowSonnet_NeedsFortyTwoPercentUtilization(double utilization, ClaimVerdict expected) =>
        Assert.Equal(expected, Recompute("90-percent-less-self-hosted", Inputs with { Utilization = utilization }).Verdict);

    // $/h ÷ (tok/s × 0.0036), by hand: 3.99 ÷ 7.9524, 3.99 ÷ 1.4328; 0.89 ÷ 6.2064, 0.89 ÷ 1.0656.
    [Theory]
    [InlineData(1, "= $0.5017 for a million output tokens", "= $0.1434 for a million output tokens")]
    [InlineData(8, "= $2.785 for a million output tokens", "= $0.8352 for a million output tokens")]
    public void ConsumerStack_BothCards_CostWhatTheWorkedExampleSays(double ratio, string h100, string pro6000)
    {
        var claim = Recompute("consumer-stack", Inputs with { InputPerOutput = ratio });

        Assert.Equal(ClaimVerdict.DoesNotHold, claim.Verdict);
        Assert.Contains(claim.Lines, line => line.Text.Contains(h100, StringComparison.Ordinal));
        Assert.Contains(claim.Lines, line => line.Text.Contains(pro6000, StringComparison.Ordinal));
    }

    [Fact]
    public void TwoMillion_WithoutTokenCounts_CannotBeDecidedAndSaysWhatPriceCutsDid()
    {
        var claim = Recompute("42000-against-2-million");

        Assert.Equal(ClaimVerdict.CannotBeDecided, claim.Verdict);
        Assert.Contains(claim.Lines, line => line.Text.EndsWith("= 47.62 times", StringComparison.Ordinal));
        Assert.Contains(claim.Lines, line => line.Text.EndsWith("= $533,333, 12.7 times", StringComparison.Ordinal));
    }

    [Fact]
    public void HostedSaving_AgainstSonnetHoldsAndAgainstASmallClosedModelDoesNot()
    {
        var claim = Recompute("90-percent-less-hosted");

        Assert.Equal(ClaimVerdict.Holds, claim.Verdict);
        Assert.Contains("against openai/gpt-6-luna: 30.0 % less, so it does not hold", claim.Flips);
    }

    [Fact]
    public void AnyClaim_BeforeItsPricesWereInForce_CannotBeDecided() =>
        Assert.Equal(ClaimVerdict.CannotBeDecided, Recompute("90-percent-less-self-hosted", Inputs with { Day = new(2026, 9, 21) }).Verdict);

    [Fact]
    public void AnyClaim_AYearLater_CannotBeDecidedFromOldPrices() =>
        Assert.Equal(ClaimVerdict.CannotBeDecided, Recompute("90-percent-less-hosted", Inputs with { Day = new(2027, 12, 1) }).Verdict);

    [Fact]
    public void SelfHosting_ARatioThatNobodyPublished_CannotBeDecided()
    {
        var claim = Recompute("self-hosting-is-cheaper", Inputs with { InputPerOutput = 3 });

        Assert.Equal((ClaimVerdict.CannotBeDecided, "no rate was published for that many input tokens for each output token; 1 and 8 are"), (claim.Verdict, claim.Reason));
    }

    [Theory]
    [InlineData("llama-110m", ClaimVerdict.CannotBeDecided)]
    [InlineData("Llama-3.3-70B-Instruct", ClaimVerdict.Holds)]
    public void SelfHosting_AMeasuredRun_DecidesOnlyForTheClaimsOwnWeights(string model, ClaimVerdict expected)
    {
        var measured = new MeasuredRate("run", model, $"{model}, batch 64", OutputTokensPerSecond: 10_000, InputPerOutput: 1, UsdPerHour: 4, "own quote");

        var claim = Recompute("self-hosting-is-cheaper", Inputs with { Utilization = 0.5, Measured = measured });

        Assert.Equal(expected, claim.Verdict);
        Assert.Contains(claim.Lines, line => line.Text.StartsWith("measured: ", StringComparison.Ordinal));
        Assert.DoesNotContain(claim.Lines, line => line.Text.StartsWith("published: ", StringComparison.Ordinal));
    }

    [Fact]
    public void SelfHostedSaving_AnyUtilization_HoldsExactlyFromTheOneThatItNames() => Prop.ForAll(
        Gen.Choose(1, 1000).Select(permille => permille / 1000.0).ToArbitrary(),

        // 7.98 ÷ (4418 × 0.0036 × 12 × 0.1)
        utilization => (Recompute("90-percent-less-self-hosted", Inputs with { Utilization = utilization }).Verdict == ClaimVerdict.Holds) == (utilization >= 0.41811)).QuickCheckThrowOnFailure();

    private static ClaimResult Recompute(string name, ClaimInputs? inputs = null) => PublicClaims.Find(name)!.Recompute(inputs ?? Inputs);
}
