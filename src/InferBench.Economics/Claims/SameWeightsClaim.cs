namespace InferBench.Economics.Claims;

/// <summary>A self-hosted model against the same weights as an API, and against closed ones.</summary>
internal sealed class SameWeightsClaim : IClaim
{
    private const string Hosted = "deepinfra/Llama-3.3-70B-Instruct-Turbo";
    private static readonly IReadOnlyList<string> Others =
    [
        "anthropic/claude-haiku-5.5", "openai/gpt-4o-mini", "groq/llama-3.3-70b-versatile", "together/meta-llama/Llama-3.3-70B-Instruct-Turbo", "openai/gpt-6.1-terra",
        "anthropic/claude-sonnet-5.5", "anthropic/claude-opus-5.5", "anthropic/claude-opus-4-1",
    ];

    public string Name => "self-hosting-is-cheaper";

    public string Statement => "Self-hosting is cheaper than paying per token: a 70B model on two rented H100s, or your run, against the same 70B weights as an API.";

    public ClaimResult Recompute(ClaimInputs inputs)
    {
        const string Heard = "the usual reason for buying GPUs";
        var prices = new ClaimPrices(inputs);
        var (hosting, reason) = SelfHosting.Of(inputs, prices);
        if (hosting is null || prices.Tokens(Hosted) is not { } hosted)
        {
            return new(Name, Statement, Heard, [], ClaimVerdict.CannotBeDecided, hosting is null ? reason : $"{Hosted} has no price in force on that day", [], prices.Warnings);
        }

        var (share, utilization) = prices.Utilization();
        var api = hosted.Price.OutputWithInput(inputs.InputPerOutput, 0);
        var needed = hosting.Meets(hosted.Price, inputs.InputPerOutput).Utilization!.Value;
        return new(
            Name,
            Statement,
            Heard,
            [
                .. hosting.Lines,
                hosted.Line,
                utilization,
                new($"bills meet at {ClaimFigure.Usd(hosting.UsdPerHour)} ÷ ({ClaimFigure.Of(hosting.OutputTokensPerSecond)} tok/s × 0.0036 × {ClaimFigure.Usd(api)}) = {ClaimFigure.Percent(needed)} utilization"),
            ],
            !prices.SupportVerdict || hosting.OtherModel is not null ? ClaimVerdict.CannotBeDecided : needed <= share ? ClaimVerdict.Holds : ClaimVerdict.DoesNotHold,
            hosting.OtherModel ?? (needed > 1
                ? $"against the same weights at {Hosted} it never is: even always busy the machine costs more"
                : $"it is cheaper from {ClaimFigure.Percent(needed)} utilization on; asked for is {ClaimFigure.Percent(share)}"),
            [
                $"a {(hosting.IsMeasured ? "machine" : "GPU")}-hour of {ClaimFigure.Usd(api * hosting.OutputTokensPerSecond * 0.0036 * share / hosting.Gpus)} makes it hold at {ClaimFigure.Percent(share)} utilization, {ClaimFigure.Usd(api * hosting.OutputTokensPerSecond * 0.0036 / hosting.Gpus)} always busy",
                .. Others.Select(other => Against(hosting, inputs, prices, other)).OfType<string>(),
            ],
            prices.Warnings);
    }

    private static string? Against(SelfHosting hosting, ClaimInputs inputs, ClaimPrices prices, string other)
    {
        if (prices.Tokens(other, decides: false) is not { } price)
        {
            return null;
        }

        var meets = hosting.Meets(price.Price, inputs.InputPerOutput);
        var volume = $"{ClaimFigure.Of(meets.OutputTokensPerMonth!.Value / 1e6)} M output tokens a month";
        return $"against {other}: {(meets.Never ? $"never, it would need {ClaimFigure.Percent(meets.Utilization!.Value)} utilization" : $"from {ClaimFigure.Percent(meets.Utilization!.Value)} utilization on, {volume}")}";
    }
}
