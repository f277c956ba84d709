using System.Globalization;

namespace InferBench.Core.Validity;

/// <summary>An operation that generated fewer tokens than the cell asks for measured another workload.</summary>
internal sealed class ShortOutputRule : IValidityRule
{
    public Finding? Judge(Evidence evidence)
    {
        if (evidence.Cell.GeneratedTokens is not { } asked)
        {
            return null;
        }

        var least = evidence.Measurement.Samples.Min(sample => sample.Generated);
        return least >= asked
            ? null
            : new Finding(
                Verdict.Invalid,
                string.Create(CultureInfo.InvariantCulture, $"an operation generated {least} of {asked} tokens"));
    }
}
