using System.Text.Json.Serialization;
using InferBench.Core.Metrics;
using InferBench.Core.Plans;
using InferBench.Core.Quality;
using InferBench.Core.Statistics;
using InferBench.Core.Validity;

namespace InferBench.Core.Runs;

/// <summary>A cell with its result.</summary>
/// <param name="Key">Key under which it was journaled.</param>
/// <param name="Cell">The point of the sweep.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Error">What went wrong, in one line; null where nothing did.</param>
/// <param name="Measurement">Raw measurement; null unless measured.</param>
/// <param name="Metrics">A decoder's figures, computed from it; null unless measured, and for a one-shot model.</param>
/// <param name="Validity">Whether the figures can be trusted, and why not; null unless measured.</param>
/// <param name="Quality">What the cell's model loses against its reference; null where it was not scored.</param>
/// <param name="QualityError">Why it could not be scored, in one line; null where it was, or was not to be.</param>
/// <param name="Items">A one-shot model's figures, computed from it; null unless measured, and for a decoder.</param>
/// <param name="Speedup">Its rate over that of the fp32 cell that differs in nothing else; null where there is no such cell, or for that cell itself.</param>
/// <param name="Efficiency">How much of the machine's ceilings it uses; null where those were not measured.</param>
/// <param name="Energy">Joules of the device; null where no sensor counted them.</param>
/// <param name="Device">How its time divides between transfers, the device and the host; null where it ran in the host's own memory.</param>
public sealed record RunCell(
    string Key,
    Cell Cell,
    CellStatus Status,
    string? Error,
    CellMeasurement? Measurement,
    DecoderMetrics? Metrics,
    ValidityReport? Validity,
    QualityReport? Quality = null,
    string? QualityError = null,
    ItemMetrics? Items = null,
    Speedup? Speedup = null,
    CellEfficiency? Efficiency = null,
    CellEnergy? Energy = null,
    CellDeviceTime? Device = null)
{
    /// <summary>The rate that divides into cost: output tokens or items per second; null unless measured.</summary>
    [JsonIgnore]
    public Estimate? Rate => Metrics?.OutputTokensPerSecond ?? Items?.ItemsPerSecond;

    /// <summary>Whether its figures may stand beside others: measured, and not judged invalid.</summary>
    [JsonIgnore]
    public bool IsUsable => Status == CellStatus.Measured && Validity?.Verdict != Verdict.Invalid && Rate is { Value: > 0 and < double.PositiveInfinity };
}
