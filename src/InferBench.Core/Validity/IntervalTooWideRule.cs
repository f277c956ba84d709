using System.Globalization;

namespace InferBench.Core.Validity;

/// <summary>
/// A figure whose interval is wider than 5 % of it (or than the plan's target, where that is wider) does not carry a comparison;
/// still less one whose operations vary so much that the rate has no upper bound.
/// </summary>
internal sealed class IntervalTooWideRule : IValidityRule
{
    private const double Limit = 0.05;
    private const string Beginning = "the 95 % interval of the ";

    /// <summary>Whether a reason speaks of the interval's width: whoever reckons with the interval has already heard it.</summary>
    public static bool Said(string reason) => reason.StartsWith(Beginning, StringComparison.Ordinal);

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
        ? string.Create(CultureInfo.InvariantCulture, $"{Beginning}{rate} is ±{known * 100:0.0} %, wider than {limit * 100:0.#} %")
        : $"{Beginning}{rate} has no upper bound: the operations' times vary too much";
}
