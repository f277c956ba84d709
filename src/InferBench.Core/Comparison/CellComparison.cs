using System.Text.Json.Serialization;
using InferBench.Core.Plans;

namespace InferBench.Core.Comparison;

/// <summary>A cell that both sides have.</summary>
/// <param name="Cell">The cell as the base has it, of its first launch.</param>
/// <param name="OtherCell">The cell as the other side has it; the same but for what sets the sides apart.</param>
/// <param name="Launches">Launches of the base that count.</param>
/// <param name="OtherLaunches">Launches of the other side that count.</param>
/// <param name="Metrics">What was compared; at least the rate.</param>
/// <param name="Doubts">Why a side of it is suspect, in words; empty where none is.</param>
public sealed record CellComparison(
    Cell Cell, Cell OtherCell, int Launches, int OtherLaunches, IReadOnlyList<MetricComparison> Metrics, IReadOnlyList<string> Doubts)
{
    /// <summary>The rate, which every cell has.</summary>
    [JsonIgnore]
    public MetricComparison Rate => Metrics.First(metric => metric.Metric == ComparedMetric.Rate);

    /// <summary>The worst of its metrics: a cell that gained in one and lost in another is worse.</summary>
    public DifferenceVerdict Verdict => Metrics.Select(metric => metric.Verdict ?? DifferenceVerdict.NoDifference).MaxBy(Weight);

    public MetricComparison? Find(ComparedMetric metric) => Metrics.FirstOrDefault(one => one.Metric == metric);

    private static int Weight(DifferenceVerdict verdict) => verdict switch
    {
        DifferenceVerdict.Worse => 3,
        DifferenceVerdict.Doubtful => 2,
        DifferenceVerdict.Better => 1,
        _ => 0,
    };
}
