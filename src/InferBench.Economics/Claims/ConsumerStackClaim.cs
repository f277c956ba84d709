namespace InferBench.Economics.Claims;

/// <summary>Whether a 70B model needs H100s or several consumer cards.</summary>
internal sealed class ConsumerStackClaim : IClaim
{
    private const double Parameters = 70e9;
    private const double Nvfp4BitsPerWeight = 4.5;
    private const string Model = "llama-3.3-70b";
    private const int ThousandTokens = 1000;
    private const string H100 = "nvidia-h100-sxm-80";
    private const string H100Offer = "lambda/nvidia-h100-sxm-80/on-demand-8x";
    private const string Pro6000 = "nvidia-rtx-pro-6000-blackwell";
    private const string Pro6000Offer = "runpod/nvidia-rtx-pro-6000-blackwell/on-demand-community";

    public string Name => "consumer-stack";

    public string Statement => "A 70B model needs H100s or a fragmented stack of consumer GPUs.";

    public ClaimResult Recompute(ClaimInputs inputs)
    {
        const string Heard = "essays on the cost of open models";
        // A price of one's own would be that of both cards.
        inputs = inputs with { UsdPerGpuHour = null };
        var prices = new ClaimPrices(inputs);
        var need = Parameters * Nvfp4BitsPerWeight / 8;
        var lines = new List<ClaimLine> { new($"weights in NVFP4: 70e9 × {ClaimFigure.Of(Nvfp4BitsPerWeight)} bits ÷ 8 = {ClaimFigure.Of(need / 1e9)} GB, the KV cache on top") };
        foreach (var device in new[] { "nvidia-rtx-4090-24", "nvidia-rtx-5090-32", Pro6000 })
        {
            var memory = inputs.Catalog.FindHardware(device)!.MemoryFact!;
            lines.Add(new($"{device}: {ClaimFigure.Of(memory.BaseValue!.Value / 1e9)} GB, so at least {ClaimFigure.Of(Math.Ceiling(need / memory.BaseValue.Value))} for the weights alone", prices.Origin(memory)));
        }

        var card = inputs.Catalog.FindHardware(Pro6000)!.MemoryFact!.BaseValue!.Value;
        var fits = need < card;
        var flips = new List<string> { "with a KV cache larger than the rest of the card's memory, or with fp16 weights (140 GB), one card does not do" };
        flips.Add($"above {ClaimFigure.Of(Math.Floor(card / (Nvfp4BitsPerWeight / 8) / 1e9))}B parameters the weights alone do not fit one such card");
        flips.Add(Rates(inputs, prices, lines));
        return new(
            Name,
            Statement,
            Heard,
            lines,
            fits ? ClaimVerdict.DoesNotHold : ClaimVerdict.Holds,
            fits ? "one RTX PRO 6000 holds the weights of a 70B model in NVFP4 with room for its KV cache, and a rate is published for it" : "no single card of the catalog holds the weights",
            flips,
            prices.Warnings);
    }

    /// <summary>What the two cost, with the price at which they are even.</summary>
    private static string Rates(ClaimInputs inputs, ClaimPrices prices, List<ClaimLine> lines)
    {
        var prompt = inputs.InputPerOutput * ThousandTokens;
        if (prompt is not (>= 0 and <= int.MaxValue)
            || Million(prices, H100, H100Offer, (int)prompt, lines) is not { } big
            || Million(prices, Pro6000, Pro6000Offer, (int)prompt, lines) is not { } small)
        {
            return "no rate was published, or no price is in force, for that many input tokens for each output token; what fits does not depend on it";
        }

        return $"always busy, the PRO 6000 in fp4 is cheaper for a token up to {ClaimFigure.Usd(big.UsdPerMillion * small.TokensPerSecond * 0.0036)} per GPU-hour; fp4 and fp8 are not of the same quality";
    }

    private static (double UsdPerMillion, double TokensPerSecond)? Million(ClaimPrices prices, string device, string offer, int prompt, List<ClaimLine> lines)
    {
        if (prices.Hour(device, offer) is not { } hour || prices.Published(Model, device, prompt, ThousandTokens) is not { } rate)
        {
            return null;
        }

        var usd = hour.UsdPerHour / (rate.TokensPerSecond * 0.0036);
        lines.Add(new(
            $"{device} in {rate.Rate.Precision}: {ClaimFigure.Usd(hour.UsdPerHour)} ÷ ({ClaimFigure.Of(rate.TokensPerSecond)} tok/s × 0.0036) = {ClaimFigure.Usd(usd)} for a million output tokens, always busy (published, no latency limit)",
            $"{hour.Origin}; {rate.Origin}"));
        return (usd, rate.TokensPerSecond);
    }
}
