using InferBench.Core.Telemetry;

namespace InferBench.Runtime.Telemetry;

/// <summary>One source of readings. Only the sampling thread calls it between its making and its disposal.</summary>
internal interface ITelemetryReader : IDisposable
{
    /// <summary>What it reads where everything is there, and how a report names the source.</summary>
    public IReadOnlyDictionary<TelemetryQuantity, string> Sources { get; }

    /// <summary>Why some of it is missing, or went missing.</summary>
    public IReadOnlyList<MissingReading> Missing { get; }

    /// <summary>Writes the readings of one moment; allocates nothing as long as nothing fails.</summary>
    /// <param name="ticks">The moment, on the sampler's clock.</param>
    /// <param name="row">Takes the readings.</param>
    public void Read(long ticks, SampleRow row);
}
