using System.Text.Json.Serialization;

namespace InferBench.Core.Comparison;

/// <summary>One side against another.</summary>
/// <param name="Base">The side that divides.</param>
/// <param name="Other">The side that is judged.</param>
/// <param name="Spreads">Run-to-run spread that was reckoned with beside what the launches of a cell show themselves.</param>
/// <param name="Cells">Cells that both have, in the order of the base.</param>
/// <param name="NotCompared">Cells without a partner, and those that may not be compared.</param>
/// <param name="Differences">What else differs.</param>
public sealed record ComparedPair(
    ComparedSide Base,
    ComparedSide Other,
    IReadOnlyList<RunSpread> Spreads,
    IReadOnlyList<CellComparison> Cells,
    IReadOnlyList<UncomparedCell> NotCompared,
    IReadOnlyList<EnvironmentDifference> Differences)
{
    /// <summary>Whether the other side came out as the base did; where both ran the same plan.</summary>
    [JsonIgnore]
    public Agreement Agreement =>
        !Base.IsOnSameHardware(Other) ? Agreement.OtherHardware
        : NotCompared.Any(cell => cell.Broke) || Cells.Any(cell => cell.Verdict is DifferenceVerdict.Worse or DifferenceVerdict.Better) ? Agreement.Differs
        : Cells.Any(cell => cell.Verdict == DifferenceVerdict.Doubtful) ? Agreement.CannotTell
        : Agreement.Agrees;
}
