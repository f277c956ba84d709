using InferBench.Core.Telemetry;

namespace InferBench.Core.Tests.Telemetry;

/// <summary>Made-up telemetry.</summary>
internal static class Sensors
{
    public static TelemetryReport Report(params TelemetrySeries[] series) =>
        new(100_000_000, 2, 0, 1000, 500, 0, [0, 10_000_000_000], series, null, []);

    public static TelemetrySeries Constant(TelemetryQuantity quantity, double value) => new(quantity, "test", 2, value, value, value, [value, value]);

    /// <summary>A running total that grows evenly over ten seconds.</summary>
    public static TelemetrySeries Total(TelemetryQuantity quantity, double end) => new(quantity, "test counter", 2, 0, null, end, [0, end]);
}
