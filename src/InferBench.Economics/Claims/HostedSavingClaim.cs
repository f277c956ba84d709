namespace InferBench.Economics.Claims;

/// <summary>List price of a hosted open model against that of a closed one.</summary>
internal sealed class HostedSavingClaim : IClaim
{
    private const double Claimed = 0.90;
    private const string Open = "deepinfra/Llama-3.3-70B-Instruct-Turbo";
    private const string Closed = "anthropic/claude-sonnet-5.5";
    private static readonly IReadOnlyList<string> Others = ["anthropic/claude-opus-5.5", "openai/gpt-6.1-terra", "anthropic/claude-haiku-5.5", "openai/gpt-6-luna"];

    public string Name => "90-percent-less-hosted";

    public string Statement => "Open models cost up to 90 % less, as an API: a hosted 70B model against a closed one.";

    public ClaimResult Recompute(ClaimInputs inputs)
    {
        var prices = new ClaimPrices(inputs);
        const string Heard = "California Management Review, January 2026 (\"often 90 % lower\", no measurement); Nagle and Yue, November 2025, measured 87.6 % on OpenRouter ($0.23 against $1.86 per million), API against API";
        if (prices.Tokens(Open) is not { } open || prices.Tokens(Closed) is not { } closed)
        {
            return new(Name, Statement, Heard, [], ClaimVerdict.CannotBeDecided, $"{Open} or {Closed} has no price in force on that day", [], prices.Warnings);
        }

        var own = open.Price.OutputWithInput(inputs.InputPerOutput, 0);
        var saving = 1 - (own / closed.Price.OutputWithInput(inputs.InputPerOutput, 0));
        var flips = new List<string>();
        foreach (var other in Others)
        {
            if (prices.Tokens(other, decides: false) is { } price)
            {
                var less = 1 - (own / price.Price.OutputWithInput(inputs.InputPerOutput, 0));
                flips.Add($"against {other}: {ClaimFigure.Percent(less)} less, so it {(less >= Claimed ? "holds" : "does not hold")}");
            }
        }

        var verdict = !prices.SupportVerdict ? ClaimVerdict.CannotBeDecided : saving >= Claimed ? ClaimVerdict.Holds : ClaimVerdict.DoesNotHold;
        return new(
            Name,
            Statement,
            Heard,
            [
                open.Line,
                closed.Line,
                new($"1 − {ClaimFigure.Usd(own)} ÷ {ClaimFigure.Usd(own / (1 - saving))} = {ClaimFigure.Percent(saving)} less"),
            ],
            verdict,
            $"{ClaimFigure.Percent(saving)} less at list price than {Closed}; it says nothing of self-hosting, of quality, or of tokens for each task",
            flips,
            prices.Warnings);
    }
}
