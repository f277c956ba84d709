using InferBench.Core.Telemetry;
using InferBench.Runtime.Telemetry;

namespace InferBench.Runtime.Tests.Telemetry;

/// <summary>A source that a test writes.</summary>
internal sealed class FakeReader(TelemetryQuantity quantity, Func<int, double> value) : ITelemetryReader
{
    public int Samples { get; private set; }

    public bool IsDisposed { get; private set; }

    public IReadOnlyDictionary<TelemetryQuantity, string> Sources { get; } = new Dictionary<TelemetryQuantity, string> { [quantity] = "fake" };

    public IReadOnlyList<MissingReading> Missing { get; init; } = [];

    public void Read(long ticks, SampleRow row) => row[quantity] = value(Samples++);

    public void Dispose() => IsDisposed = true;
}
