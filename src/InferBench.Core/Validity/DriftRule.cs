using System.Globalization;
using InferBench.Core.Statistics;

namespace InferBench.Core.Validity;

/// <summary>
/// Operations that get slower, or faster, over the cell: a machine that heats up, a warm-up that was too short, a neighbour that came or went.
/// Both must hold: a trend that chance makes once in a thousand cells, and a change that matters.
/// </summary>
internal sealed class DriftRule : IValidityRule
{
    /// <summary>Two-sided, 1 in 1,000.</summary>
    private const double Significance = 3.29;

    private const double Limit = 0.05;

    public Finding? Judge(Evidence evidence)
    {
        var trend = Trend.Of([.. evidence.Measurement.Samples.Select(sample => (double)sample.EndToEndNs)]);
        return trend is null || Math.Abs(trend.Z) < Significance || Math.Abs(trend.RelativeChange) < Limit
            ? null
            : new Finding(
                Verdict.Suspect,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the operations got {(trend.RelativeChange > 0 ? "slower" : "faster")} within the cell, by {Math.Abs(trend.RelativeChange) * 100:0} % from first to last"));
    }
}
