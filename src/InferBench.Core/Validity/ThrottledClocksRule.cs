using System.Globalization;
using InferBench.Core.Telemetry;

namespace InferBench.Core.Validity;

/// <summary>
/// A device that slowed down because of heat or its power supply. A device at its power limit is not meant: that is how it runs under
/// full load, and the limit is in the run's environment.
/// </summary>
internal sealed class ThrottledClocksRule : IValidityRule
{
    /// <summary>Share of the samples; a single one in a long cell changes nothing.</summary>
    private const double Limit = 0.05;

    public Finding? Judge(Evidence evidence)
    {
        var seen = evidence.Measurement.Telemetry?.Throttling?.Where(one => one.Share > Limit && Word(one.Reason) is not null).ToList();
        return seen is not { Count: > 0 }
            ? null
            : new Finding(
                Verdict.Suspect,
                $"clocks were held back: {string.Join(", ", seen.Select(one => string.Create(CultureInfo.InvariantCulture, $"{Word(one.Reason)} in {one.Share * 100:0} % of the samples")))}");
    }

    /// <returns>Null for reasons that are no fault.</returns>
    private static string? Word(ThrottleReason reason) => reason switch
    {
        ThrottleReason.HardwareSlowdown => "hardware slowdown",
        ThrottleReason.SoftwareThermal or ThrottleReason.HardwareThermal => "GPU heat",
        ThrottleReason.PowerBrake => "power brake",
        ThrottleReason.CpuThermal => "processor heat",
        _ => null,
    };
}
