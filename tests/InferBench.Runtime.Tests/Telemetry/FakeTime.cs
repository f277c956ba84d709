namespace InferBench.Runtime.Tests.Telemetry;

/// <summary>A clock of a thousand ticks a second that goes where it is told to.</summary>
internal sealed class FakeTime : TimeProvider
{
    public const long Frequency = 1000;

    public long Now { get; set; }

    public override long TimestampFrequency => Frequency;

    public override long GetTimestamp() => Now;
}
