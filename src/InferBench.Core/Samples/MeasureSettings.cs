using System.ComponentModel;
using System.Text.Json.Serialization;

namespace InferBench.Core.Samples;

/// <summary>When a cell's measurement stops, and how it is warmed up. Null fields take the value of <see cref="Defaults"/>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MeasureSettings
{
    [Description("Stop when the 95 % interval of the mean operation time is inside this fraction of the mean; 0.02 is 2 %.")]
    public double? TargetInterval { get; init; }

    [Description("Seconds of measured operations for each cell, at most.")]
    public double? SecondsPerCell { get; init; }

    [Description("Operations for each cell, at least.")]
    public int? MinOperations { get; init; }

    [Description("Operations for each cell, at most.")]
    public int? MaxOperations { get; init; }

    [Description("Warm-up operations with the cell's full shape, at least.")]
    public int? MinWarmup { get; init; }

    [Description("Seconds of warm-up for each cell, at most, once the least number of operations is done.")]
    public double? MaxWarmupSeconds { get; init; }

    [Description("Seconds without a finished operation after which a cell counts as hung and its worker is killed; the default grows with the cell.")]
    public double? CellTimeoutSeconds { get; init; }

    [JsonIgnore]
    public static MeasureSettings Defaults { get; } = new()
    {
        TargetInterval = 0.02,
        SecondsPerCell = 6,
        MinOperations = 5,
        MaxOperations = 500,
        MinWarmup = 2,
        MaxWarmupSeconds = 3,
    };

    /// <summary>These settings with every absent field filled from <paramref name="other"/>.</summary>
    public MeasureSettings Or(MeasureSettings other) => new()
    {
        TargetInterval = TargetInterval ?? other.TargetInterval,
        SecondsPerCell = SecondsPerCell ?? other.SecondsPerCell,
        MinOperations = MinOperations ?? other.MinOperations,
        MaxOperations = MaxOperations ?? other.MaxOperations,
        MinWarmup = MinWarmup ?? other.MinWarmup,
        MaxWarmupSeconds = MaxWarmupSeconds ?? other.MaxWarmupSeconds,
        CellTimeoutSeconds = CellTimeoutSeconds ?? other.CellTimeoutSeconds,
    };
}
