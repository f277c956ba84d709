namespace InferBench.Core.Comparison;

/// <summary>A run, or the part of one that a comparison sets against others.</summary>
/// <param name="Letter">What tables call it: A is the base.</param>
/// <param name="RunId">The run.</param>
/// <param name="Part">The precision or model that it is limited to; null for the whole run.</param>
/// <param name="StartedAt">When the run began, UTC.</param>
/// <param name="Processor">Processor's own name for itself; null where unknown.</param>
/// <param name="LogicalCores">Cores that it could use.</param>
/// <param name="Gpus">Names of the graphics processors, where a cell ran on them.</param>
/// <param name="UsdPerHour">What an hour of the machine costs.</param>
/// <param name="PriceAssumed">Whether that price is an assumption.</param>
/// <param name="Digest">Digest of the run's document; null in old ones.</param>
public sealed record ComparedSide(
    string Letter,
    string RunId,
    string? Part,
    DateTimeOffset StartedAt,
    string? Processor,
    int LogicalCores,
    IReadOnlyList<string> Gpus,
    double UsdPerHour,
    bool PriceAssumed,
    string? Digest)
{
    /// <summary>Whether both ran on hardware of the same name; it may still be another machine.</summary>
    public bool IsOnSameHardware(ComparedSide other) =>
        Processor == other.Processor && LogicalCores == other.LogicalCores && Gpus.SequenceEqual(other.Gpus, StringComparer.Ordinal);
}
