using System.Globalization;

namespace InferBench.Core.Validity;

/// <summary>
/// A figure whose interval is wider than 5 % of it (or than the plan's target, where that is wider) does not carry a comparison;
/// still less one whose operations vary so much that the rate has no upper bound.
/// </summary>
internal sealed class IntervalTooWideRule : IValidityRule
{
    private const double Limit = 0.05;

    public Finding? Judge(Evidence evidence)
    {
        // One operation has no interval at all: that is too few operations, which another rule says.
        if (evidence.Operations < 2)
        {
            return null;
        }

        var limit = Math.Max(Limit, evidence.Settings.TargetInterval ?? 0);
        var width = evidence.Rate.RelativeHalfWidth;
        return width <= limit ? null : new Finding(Verdict.Suspect, Reason(evidence.Cell.IsOneShot ? "item rate" : "output rate", width, limit));
    }

    private static string Reason(string rate, double? width, double limit) => width is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"the 95 % interval of the {rate} is ±{known * 100:0.0} %, wider than {limit * 100:0.#} %")
        : $"the 95 % interval of the {rate} has no upper bound: the operations' times vary too much";
}
