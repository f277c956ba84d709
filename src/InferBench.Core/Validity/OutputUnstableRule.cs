namespace InferBench.Core.Validity;

/// <summary>Greedy decoding of one prompt is a function: different ids between operations mean that something computed wrongly.</summary>
internal sealed class OutputUnstableRule : IValidityRule
{
    public Finding? Judge(Evidence evidence) =>
        evidence.Measurement.OutputStable
            ? null
            : new Finding(Verdict.Invalid, "operations with the same prompt generated different token ids");
}
