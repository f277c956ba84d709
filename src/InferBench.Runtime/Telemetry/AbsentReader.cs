using InferBench.Core.Telemetry;

namespace InferBench.Runtime.Telemetry;

/// <summary>A source that is not there at all; says so once for everything that it would have read.</summary>
internal sealed class AbsentReader(IReadOnlyList<TelemetryQuantity> quantities, string reason) : ITelemetryReader
{
    public IReadOnlyDictionary<TelemetryQuantity, string> Sources { get; } = new Dictionary<TelemetryQuantity, string>();

    public IReadOnlyList<MissingReading> Missing { get; } = [new(quantities, reason)];

    public void Read(long ticks, SampleRow row)
    {
        // Nothing to read.
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}
