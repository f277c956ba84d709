using InferBench.Economics.BreakEven;
using InferBench.Economics.Catalog;

namespace InferBench.Economics.Claims;

/// <summary>Prices of the catalog for a claim, with the line that says where each comes from and the warnings that go with it.</summary>
internal sealed class ClaimPrices(ClaimInputs inputs)
{
    private readonly List<string> _warnings = [];

    public IReadOnlyList<string> Warnings => [.. _warnings.Distinct()];

    /// <summary>True as long as no price was too old to decide anything.</summary>
    public bool SupportVerdict { get; private set; } = true;

    /// <summary>The model's token prices on the day, for short prompts and off-peak hours; null where no price is in force or one is missing.</summary>
    public (TokenPrice Price, ClaimLine Line)? Tokens(string modelId, bool decides = true)
    {
        // Of several tiers and bands the cheapest: the claim's other side must not look dearer than it needs to be.
        var quote = inputs.Catalog.ApiQuotes(new(inputs.Day)).InForce
            .Where(one => one.Offer.ModelId.Equals(modelId, StringComparison.OrdinalIgnoreCase) && one.Offer.Input?.Value is not null && one.Offer.Output?.Value is not null)
            .MinBy(one => one.Offer.Output!.Value);
        if (quote is null)
        {
            return null;
        }

        Note(quote.Warnings, quote.SupportsVerdict || !decides);
        var (input, output) = (quote.Offer.Input!, quote.Offer.Output!);
        var price = new TokenPrice(input.Value!.Value, output.Value!.Value, quote.Offer.CacheRead?.Value);
        var pair = price.OutputWithInput(inputs.InputPerOutput, 0);
        return (price, new(
            $"{modelId}: {ClaimFigure.Usd(price.Input)} in, {ClaimFigure.Usd(price.Output)} out for a million; an output token with {ClaimFigure.Of(inputs.InputPerOutput)} input tokens: {ClaimFigure.Usd(pair)} for a million",
            Origin(output)));
    }

    /// <summary>An hour of the device at this offer, or at the person's own price.</summary>
    /// <returns>Null where the offer is not in force.</returns>
    public (double UsdPerHour, string Words, string Origin)? Hour(string device, string offerId)
    {
        if (inputs.UsdPerGpuHour is { } own)
        {
            return (own, "given", "given with --usd-per-gpu-hour");
        }

        if (inputs.Catalog.CloudQuotes(device, inputs.Day).FirstOrDefault(one => one.Offer.Id == offerId) is not { } quote)
        {
            return null;
        }

        Note(quote.Warnings, quote.SupportsVerdict);
        return (quote.UsdPerGpuHour, quote.Offer.Id, Origin(quote.Price));
    }

    /// <summary>The published output rate of one GPU for that many input and output tokens; null where nobody published one.</summary>
    public (double TokensPerSecond, PublishedThroughput Rate, string Origin)? Published(string model, string device, int promptTokens, int generatedTokens) =>
        inputs.Catalog.Throughput.FirstOrDefault(rate => rate.Model == model && rate.Gpu == device && !rate.CountsInput && rate.PromptTokens == promptTokens && rate.GeneratedTokens == generatedTokens) is { } found
            ? (found.Rate.Value!.Value, found, Origin(found.Rate))
            : null;

    /// <summary>The share of the time that is asked about, or the catalog's mean of real clusters.</summary>
    public (double Share, ClaimLine Line) Utilization()
    {
        if (inputs.Utilization is { } given)
        {
            return (given, new($"utilization {ClaimFigure.Percent(given)}", "given with --utilization"));
        }

        var mean = inputs.Catalog.Site.Find(SiteFacts.GpuUtilization)!.At(inputs.Day)!;
        return (mean.Value!.Value, new($"utilization {ClaimFigure.Percent(mean.Value.Value)}, the mean of GPU clusters; give your own with --utilization", Origin(mean)));
    }

    public string Origin(Fact fact) => $"{inputs.Catalog.Cite(fact)}, {(fact.Overridden ? "your file" : CatalogEntries.Word(fact.Confidence))}";

    private void Note(IEnumerable<string> warnings, bool supports)
    {
        _warnings.AddRange(warnings);
        SupportVerdict &= supports;
    }
}
