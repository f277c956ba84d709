using System.Globalization;

namespace InferBench.Core.Validity;

/// <summary>
/// The timed loop allocates nothing; a managed byte for each token means that the harness itself got into the figure. A model whose values cannot be
/// bound is run plainly, which allocates in every operation: that is how such a model is used, and is said as such.
/// </summary>
internal sealed class AllocatingHarnessRule : IValidityRule
{
    /// <summary>BenchmarkDotNet's own bookkeeping for each iteration is spread over its tokens, a few bytes each.</summary>
    private const double Limit = 64;

    public Finding? Judge(Evidence evidence) =>
        evidence.Measurement.ManagedBytesPerToken <= Limit
            ? null
            : new Finding(Verdict.Suspect, Reason(evidence));

    private static string Reason(Evidence evidence)
    {
        var bytes = evidence.Measurement.ManagedBytesPerToken;
        return evidence switch
        {
            { Measurement.OneShot.Bound: false } => string.Create(
                CultureInfo.InvariantCulture,
                $"inputs or outputs of this model cannot be bound to memory, so each operation allocates its outputs, and {bytes:0} managed bytes, within the measured time"),
            { Cell.IsOneShot: true } => string.Create(CultureInfo.InvariantCulture, $"the harness allocated {bytes:0} managed bytes for each operation"),
            _ => string.Create(CultureInfo.InvariantCulture, $"the harness allocated {bytes:0} managed bytes for each token"),
        };
    }
}
