namespace InferBench.Core.Comparison;

/// <summary>From the tests of a whole comparison to a verdict on each.</summary>
internal static class Judgement
{
    public static IReadOnlyList<ComparedPair> Of(IReadOnlyList<ComparedPair> pairs, double threshold)
    {
        var tests = pairs.SelectMany(pair => pair.Cells).SelectMany(cell => cell.Metrics).Select(metric => metric.PValue).OfType<double>().ToList();
        using var adjusted = Holm.Adjusted(tests).AsEnumerable().GetEnumerator();

        MetricComparison Judged(MetricComparison metric, bool doubtful)
        {
            if (metric.PValue is null)
            {
                return metric;
            }

            adjusted.MoveNext();
            return metric with { AdjustedPValue = adjusted.Current, Verdict = Verdict(metric, adjusted.Current, threshold, doubtful) };
        }

        return
        [
            .. pairs.Select(pair => pair with
            {
                Cells = [.. pair.Cells.Select(cell => cell with { Metrics = [.. cell.Metrics.Select(metric => Judged(metric, cell.Doubts.Count > 0))] })],
            }),
        ];
    }

    private static DifferenceVerdict Verdict(MetricComparison metric, double adjusted, double threshold, bool doubtful) =>
        adjusted > ComparisonSettings.FamilyError || Math.Abs(metric.Regression) <= threshold ? DifferenceVerdict.NoDifference
        : doubtful ? DifferenceVerdict.Doubtful
        : metric.Regression > 0 ? DifferenceVerdict.Worse
        : DifferenceVerdict.Better;
}
