namespace InferBench.Economics.Claims;

/// <summary>$42,000 on a network of GPUs against over two million dollars on a closed API, for the same work.</summary>
internal sealed class TwoMillionClaim : IClaim
{
    private const double Small = 42_000;
    private const double Large = 2_000_000;
    private const string Hosted = "chutes-via-lava/DeepSeek-V3";
    private const string Closed = "anthropic/claude-opus-4-1";
    private static readonly IReadOnlyList<string> Successors = ["anthropic/claude-opus-5", "anthropic/claude-opus-5.5"];

    public string Name => "42000-against-2-million";

    public string Statement => "The same work cost $42,000 with open models on Chutes and would have cost over $2 million with Claude Opus.";

    public ClaimResult Recompute(ClaimInputs inputs)
    {
        const string Heard = "essays of 2025; no primary source and no token counts were found";
        var prices = new ClaimPrices(inputs);
        var lines = new List<ClaimLine> { new($"{ClaimFigure.Usd(Large)} ÷ {ClaimFigure.Usd(Small)} = {ClaimFigure.Of(Large / Small)} times", "the claim") };
        var flips = new List<string>();
        if (prices.Tokens(Closed, decides: false) is { } closed)
        {
            lines.Add(closed.Line);
            foreach (var successor in Successors)
            {
                if (prices.Tokens(successor, decides: false) is { } price)
                {
                    var factor = price.Price.OutputWithInput(inputs.InputPerOutput, 0) / closed.Price.OutputWithInput(inputs.InputPerOutput, 0);
                    lines.Add(price.Line);
                    lines.Add(new($"the same tokens at {successor}: {ClaimFigure.Usd(Large)} × {ClaimFigure.Of(factor)} = {ClaimFigure.Usd(Large * factor)}, {ClaimFigure.Of(Large * factor / Small)} times"));
                }
            }

            if (prices.Tokens(Hosted, decides: false) is { } hosted)
            {
                // Chutes asks the same for input and output, so its bill gives the number of tokens whatever their ratio.
                var tokens = Small / hosted.Price.Input;
                var paid = Large / tokens;
                lines.Add(hosted.Line);
                lines.Add(new($"{ClaimFigure.Usd(Small)} ÷ {ClaimFigure.Usd(hosted.Price.Input)} = {ClaimFigure.Of(tokens)} M tokens, if this model was used and nothing else was billed"));
                lines.Add(new($"{ClaimFigure.Usd(Large)} ÷ {ClaimFigure.Of(tokens)} M = {ClaimFigure.Usd(paid)} for a million, {(paid < closed.Price.Input ? "below even the input price of " : "between the prices of ")}{Closed}"));
                flips.Add(paid < closed.Price.Input
                    ? $"the two sums fit the same tokens only if a part of the input was read from the cache, or another model was billed"
                    : $"the two sums fit the same tokens at one ratio of input to output only");
            }
        }

        flips.Add("with the token counts of both bills, input, output and cache reads apart, it could be decided");
        flips.Add("what it compares: a subsidized network (its fees covered a third of its expenses) with a list price of 2025, and two models of different quality");
        return new(Name, Statement, Heard, lines, ClaimVerdict.CannotBeDecided, "neither token counts nor a quality for each task were published; price cuts alone have since shrunk the gap", flips, prices.Warnings);
    }
}
