namespace InferBench.Economics.Claims;

/// <summary>A self-hosted open model against a closed one.</summary>
internal sealed class SelfHostedSavingClaim : IClaim
{
    private const double Claimed = 0.90;
    private const string Closed = "anthropic/claude-sonnet-5.5";
    private static readonly IReadOnlyList<string> Others =
        ["anthropic/claude-opus-4-1", "anthropic/claude-opus-5.5", "openai/gpt-6.1-terra", "anthropic/claude-haiku-5.5", "openai/gpt-6-luna"];

    public string Name => "90-percent-less-self-hosted";

    public string Statement => "Open models cost up to 90 % less, self-hosted: a 70B model on two rented H100s, or your run, against a closed API.";

    public ClaimResult Recompute(ClaimInputs inputs)
    {
        const string Heard = "essays that quote API prices of open models as if they were the cost of one's own machines";
        var prices = new ClaimPrices(inputs);
        var (hosting, reason) = SelfHosting.Of(inputs, prices);
        if (hosting is null || prices.Tokens(Closed) is not { } closed)
        {
            return new(Name, Statement, Heard, [], ClaimVerdict.CannotBeDecided, hosting is null ? reason : $"{Closed} has no price in force on that day", [], prices.Warnings);
        }

        var (share, utilization) = prices.Utilization();
        var own = hosting.UsdPerMillion(share);
        var api = closed.Price.OutputWithInput(inputs.InputPerOutput, 0);
        var saving = 1 - (own / api);
        var verdict = !prices.SupportVerdict || hosting.OtherModel is not null ? ClaimVerdict.CannotBeDecided : saving >= Claimed ? ClaimVerdict.Holds : ClaimVerdict.DoesNotHold;
        return new(
            Name,
            Statement,
            Heard,
            [
                .. hosting.Lines,
                utilization,
                new($"own: {ClaimFigure.Usd(hosting.UsdPerHour)} ÷ ({ClaimFigure.Of(hosting.OutputTokensPerSecond)} tok/s × 0.0036 × {ClaimFigure.Of(share)}) = {ClaimFigure.Usd(own)} for a million output tokens with their input"),
                closed.Line,
                new($"1 − {ClaimFigure.Usd(own)} ÷ {ClaimFigure.Usd(api)} = {ClaimFigure.Percent(saving)} less"),
            ],
            verdict,
            hosting.OtherModel ?? $"{(saving >= 0 ? $"{ClaimFigure.Percent(saving)} less" : $"{ClaimFigure.Percent(-saving)} more")} than {Closed} at {ClaimFigure.Percent(share)} utilization; no evaluation says that one replaces the other",
            [.. Flips(hosting, inputs, prices, share, api)],
            prices.Warnings);
    }

    private static IEnumerable<string> Flips(SelfHosting hosting, ClaimInputs inputs, ClaimPrices prices, double share, double api)
    {
        yield return $"against {Closed}: {Needed(hosting, api)}";
        yield return $"at {ClaimFigure.Percent(share)} utilization it holds where a {(hosting.IsMeasured ? "machine" : "GPU")}-hour costs at most {ClaimFigure.Usd(api * (1 - Claimed) * hosting.OutputTokensPerSecond * 0.0036 * share / hosting.Gpus)}";
        foreach (var other in Others)
        {
            if (prices.Tokens(other, decides: false) is { } price)
            {
                yield return $"against {other}: {Needed(hosting, price.Price.OutputWithInput(inputs.InputPerOutput, 0))}";
            }
        }
    }

    private static string Needed(SelfHosting hosting, double api)
    {
        var needed = hosting.UsdPerMillion(1) / (api * (1 - Claimed));
        return needed <= 1
            ? $"90 % less from {ClaimFigure.Percent(needed)} utilization on"
            : $"never 90 % less at this price, it would need {ClaimFigure.Percent(needed)} utilization";
    }
}
