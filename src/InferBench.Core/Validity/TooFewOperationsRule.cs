using System.Globalization;

namespace InferBench.Core.Validity;

/// <summary>Below 5 operations even a median has no support at 95 % confidence.</summary>
internal sealed class TooFewOperationsRule : IValidityRule
{
    private const int Needed = 5;

    public Finding? Judge(Evidence evidence) =>
        evidence.Operations >= Needed
            ? null
            : new Finding(
                Verdict.Suspect,
                string.Create(CultureInfo.InvariantCulture, $"only {evidence.Operations} operations were measured; a median needs {Needed}"));
}
