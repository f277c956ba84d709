using System.Globalization;
using InferBench.Core.Statistics;
using InferBench.Economics.BreakEven;
using InferBench.Economics.Machines;

namespace InferBench.Economics.Claims;

/// <summary>A 70B model on two rented H100s, or what a run measured: what an hour costs and how much comes out of it.</summary>
/// <param name="UsdPerHour">The whole machine.</param>
/// <param name="OutputTokensPerSecond">The whole machine, always busy.</param>
/// <param name="Gpus">GPUs of the machine; 1 for a measured one.</param>
/// <param name="IsMeasured">True where the rate was measured here.</param>
/// <param name="OtherModel">Why nothing is decided by it: the run measured other weights than the claim is about; null where they are the claim's.</param>
/// <param name="Lines">Where both come from.</param>
internal sealed record SelfHosting(double UsdPerHour, double OutputTokensPerSecond, int Gpus, bool IsMeasured, string? OtherModel, IReadOnlyList<ClaimLine> Lines)
{
    private const string Device = "nvidia-h100-sxm-80";
    private const string Offer = "lambda/nvidia-h100-sxm-80/on-demand-8x";
    private const string Model = "llama-3.3-70b";
    private const int Published = 2;
    private const int ThousandTokens = 1000;

    /// <returns>Null with the reason where there is no price or no rate.</returns>
    public static (SelfHosting? Hosting, string Reason) Of(ClaimInputs inputs, ClaimPrices prices) =>
        inputs.Measured is { } measured ? Measured(inputs, measured) : OnTwoH100(inputs, prices);

    /// <summary>Where the machine's bill meets that of an API.</summary>
    public Crossing Meets(TokenPrice api, double inputPerOutput) => BreakEvenPoint.Of(
        new RentedMachine(UsdPerHour, "the claim's machine", "above"), new Estimate(1 / OutputTokensPerSecond, null, null), api.OutputWithInput(inputPerOutput, 0), inputPerOutput);

    /// <summary>$/h ÷ (tok/s × 0.0036 × U): a million output tokens, their input included.</summary>
    public double UsdPerMillion(double utilization) => UsdPerHour / (OutputTokensPerSecond * 0.0036 * utilization);

    private static (SelfHosting? Hosting, string Reason) Measured(ClaimInputs inputs, MeasuredRate measured)
    {
        if (Math.Abs(measured.InputPerOutput - inputs.InputPerOutput) > 0.01 * measured.InputPerOutput)
        {
            return (null, string.Create(
                CultureInfo.InvariantCulture,
                $"the run was measured with {measured.InputPerOutput:0.##} input tokens for each output token; ask for --input-output-ratio {measured.InputPerOutput:0.##}"));
        }

        var usd = inputs.UsdPerGpuHour ?? measured.UsdPerHour;
        return (new SelfHosting(usd, measured.OutputTokensPerSecond, 1, IsMeasured: true, OtherModelThan(measured),
        [
            new($"machine: {ClaimFigure.Usd(usd)} per hour", inputs.UsdPerGpuHour is null ? measured.PriceSource : "given with --usd-per-gpu-hour"),
            new($"measured: {measured.What}: {ClaimFigure.Of(measured.OutputTokensPerSecond)} output tok/s, always busy", $"run {measured.RunId}"),
        ]), "");
    }

    /// <summary>A small model is cheap to run and replaces no large one: its rate decides nothing about the claim.</summary>
    private static string? OtherModelThan(MeasuredRate measured) => OpenWeights.Same(new() { Provider = "", Model = Model, Weights = Model }, measured.Model, weights: null)
        ? null
        : $"the run measured {measured.Model}, the claim is about {Model}: the arithmetic holds for the run's own model, and nothing says that it does the same work";

    private static (SelfHosting? Hosting, string Reason) OnTwoH100(ClaimInputs inputs, ClaimPrices prices)
    {
        if (prices.Hour(Device, Offer) is not { } hour)
        {
            return (null, $"{Offer} has no price in force");
        }

        if (inputs.InputPerOutput * ThousandTokens is not (>= 1 and <= int.MaxValue) and not 0
            || prices.Published(Model, Device, (int)(inputs.InputPerOutput * ThousandTokens), ThousandTokens) is not { } rate)
        {
            return (null, "no rate was published for that many input tokens for each output token; 1 and 8 are");
        }

        var usd = Published * hour.UsdPerHour;
        var tokens = Published * rate.TokensPerSecond;
        return (new SelfHosting(usd, tokens, Published, IsMeasured: false, OtherModel: null,
        [
            new($"machine: {Published} H100 × {ClaimFigure.Usd(hour.UsdPerHour)} = {ClaimFigure.Usd(usd)} per hour ({hour.Words})", hour.Origin),
            new($"published: {rate.Rate.Model} in {rate.Rate.Precision} with {rate.Rate.Engine}, {ClaimFigure.Of(rate.TokensPerSecond)} output tok/s/GPU × {Published} = {ClaimFigure.Of(tokens)} tok/s, always busy, without a latency limit", rate.Origin),
        ]), "");
    }
}
