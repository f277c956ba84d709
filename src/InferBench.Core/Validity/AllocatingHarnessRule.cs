using System.Globalization;

namespace InferBench.Core.Validity;

/// <summary>The timed loop allocates nothing; a managed byte for each token means that the harness itself got into the figure.</summary>
internal sealed class AllocatingHarnessRule : IValidityRule
{
    /// <summary>BenchmarkDotNet's own bookkeeping for each iteration is spread over its tokens, a few bytes each.</summary>
    private const double Limit = 64;

    public Finding? Judge(Evidence evidence) =>
        evidence.Measurement.ManagedBytesPerToken <= Limit
            ? null
            : new Finding(
                Verdict.Suspect,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the harness allocated {evidence.Measurement.ManagedBytesPerToken:0} managed bytes for each token"));
}
