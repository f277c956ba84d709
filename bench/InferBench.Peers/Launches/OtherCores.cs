using System.Diagnostics;
using InferBench.Runtime.Devices;

namespace InferBench.Peers.Launches;

/// <summary>Cores that neither this program nor its sides used, from its making to the question.</summary>
internal sealed class OtherCores(IReadOnlyList<SideProcess> sides)
{
    private readonly ProcessorUse? _before = ProcessorUse.Now();
    private readonly TimeSpan _sides = Total(sides);
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Null where the system does not say, or the time was too short.</summary>
    public double? Measure()
    {
        var seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;
        return _before is { } before && ProcessorUse.Now()?.Since(before) is { } use
            ? Math.Max(0, use.OtherCores - ((Total(sides) - _sides).TotalSeconds / seconds))
            : null;
    }

    private static TimeSpan Total(IReadOnlyList<SideProcess> sides) =>
        sides.Aggregate(TimeSpan.Zero, (sum, side) => sum + side.ProcessorTime);
}
