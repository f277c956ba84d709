using System.Text.Json.Serialization;

namespace InferBench.Core.Comparison;

/// <summary>Two or more runs, or parts of runs, side by side.</summary>
/// <param name="SchemaVersion">Version of this document's format; 1.</param>
/// <param name="By">What sets the sides apart.</param>
/// <param name="Threshold">Differences up to this fraction are of no practical interest.</param>
/// <param name="FamilyError">Chance of a false alarm in the whole comparison.</param>
/// <param name="Correction">How many tests are kept from raising it: <c>Holm</c>.</param>
/// <param name="Tests">Tests in the whole comparison.</param>
/// <param name="Pairs">Each other side against the base.</param>
public sealed record RunComparison(
    int SchemaVersion, ComparisonAxis By, double Threshold, double FamilyError, string Correction, int Tests, IReadOnlyList<ComparedPair> Pairs)
{
    public const int CurrentSchemaVersion = 1;

    [JsonIgnore]
    public IEnumerable<CellComparison> Cells => Pairs.SelectMany(pair => pair.Cells);

    /// <summary>Whether a metric got worse by more than this fraction, and not by chance, or a cell that the base measured no longer runs.</summary>
    public bool RegressesBeyond(double fraction) =>
        Cells.Any(cell => cell.Metrics.Any(metric => metric.Verdict == DifferenceVerdict.Worse && metric.Regression > fraction))
        || Pairs.Any(pair => pair.NotCompared.Any(cell => cell.Broke));
}
