using System.Globalization;

namespace InferBench.Core.Validity;

/// <summary>A figure whose interval is wider than 5 % of it (or than the plan's target, where that is wider) does not carry a comparison.</summary>
internal sealed class IntervalTooWideRule : IValidityRule
{
    private const double Limit = 0.05;

    public Finding? Judge(Evidence evidence)
    {
        var limit = Math.Max(Limit, evidence.Settings.TargetInterval ?? 0);
        var width = evidence.Metrics.OutputTokensPerSecond.RelativeHalfWidth;
        return width is null || width <= limit
            ? null
            : new Finding(
                Verdict.Suspect,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the 95 % interval of the output rate is ±{width.Value * 100:0.0} %, wider than {limit * 100:0.#} %"));
    }
}
