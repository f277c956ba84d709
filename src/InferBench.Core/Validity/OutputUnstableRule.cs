namespace InferBench.Core.Validity;

/// <summary>
/// Greedy decoding of one prompt is a function, and so is a forward pass: different outputs of the same inputs mean that something computed wrongly.
/// </summary>
internal sealed class OutputUnstableRule : IValidityRule
{
    public Finding? Judge(Evidence evidence) =>
        evidence.Measurement.OutputStable
            ? null
            : new Finding(
                Verdict.Invalid,
                evidence.Cell.IsOneShot ? "operations on the same inputs returned different outputs" : "operations with the same prompt generated different token ids");
}
