using InferBench.Core.Statistics;
using InferBench.Economics.Machines;

namespace InferBench.Economics.BreakEven;

/// <summary>
/// Self-hosting against an API. A machine's hour costs F + M·U at utilization U: F is paid always, M for work only. It makes 3600·U/s output tokens, s seconds for
/// each, and the API would take p for a million of them with their input. The bills meet at <c>U* = F / (0.0036·p/s − M)</c>, which for M = 0 is the usual
/// <c>C_h / (0.0036·T·p)</c>.
/// </summary>
public static class BreakEvenPoint
{
    private const double MillionsPerSecondHour = Period.SecondsPerHour / 1e6;

    /// <param name="machine">The machine.</param>
    /// <param name="secondsPerOutputToken">Measured time of the machine for an output token with its input, above zero, with its interval.</param>
    /// <param name="apiUsdPerMillionOutput">The API's price of a million output tokens with their input; see <see cref="TokenPrice.OutputWithInput"/>.</param>
    /// <param name="inputPerOutput">Input tokens of each output token.</param>
    public static Crossing Of(IMachine machine, Estimate secondsPerOutputToken, double apiUsdPerMillionOutput, double inputPerOutput)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(secondsPerOutputToken.Value);
        ArgumentOutOfRangeException.ThrowIfNegative(apiUsdPerMillionOutput);
        ArgumentOutOfRangeException.ThrowIfNegative(inputPerOutput);
        var seconds = secondsPerOutputToken;
        var value = Utilization(machine, seconds.Value, apiUsdPerMillionOutput);
        var utilization = value is not { } at ? null : new Estimate(
            at,
            seconds.Low is > 0 and var low ? Utilization(machine, low, apiUsdPerMillionOutput) : null,
            seconds.High is { } high ? Utilization(machine, high, apiUsdPerMillionOutput) : null);
        var capacity = Period.HoursPerMonth * Period.SecondsPerHour / seconds.Value;

        // A slower machine needs to be busier and makes less in the same time: without a marginal cost the two cancel, and only rounding is left.
        var volume = value is not { } share ? null : Ordered(share * capacity, Volume(utilization!.Low, seconds.Low), Volume(utilization.High, seconds.High));
        return new Crossing(
            utilization,
            machine.Range is { } range ? Utilization(machine.AtPrice(range.LowFactor), seconds.Value, apiUsdPerMillionOutput) : null,
            machine.Range is { } wide ? Utilization(machine.AtPrice(wide.HighFactor), seconds.Value, apiUsdPerMillionOutput) : null,
            volume,
            volume?.Times(1 + inputPerOutput),
            capacity);
    }

    private static double? Volume(double? utilization, double? seconds) =>
        utilization is { } share && seconds is > 0 and var each ? share * Period.HoursPerMonth * Period.SecondsPerHour / each : null;

    private static Estimate Ordered(double value, double? one, double? other) => new(
        value,
        one is { } low && other is { } high ? Math.Min(value, Math.Min(low, high)) : null,
        one is { } left && other is { } right ? Math.Max(value, Math.Max(left, right)) : null);

    private static double? Utilization(IMachine machine, double seconds, double usdPerMillion)
    {
        var full = machine.CostAt(1);
        var earned = (MillionsPerSecondHour / seconds * usdPerMillion) - full.MarginalUsdPerHour;
        return earned > 0 ? full.FixedUsdPerHour / earned : null;
    }
}
