namespace InferBench.Core.Validity;

/// <summary>ONNX Runtime's CPU provider has few fp16 kernels and converts the weights at every run: correct, but no measure of fp16's speed.</summary>
internal sealed class HalfPrecisionOnCpuRule : IValidityRule
{
    public Finding? Judge(Evidence evidence) =>
        evidence.Cell is { Provider: "cpu", Precision: "fp16" }
            ? new Finding(Verdict.Suspect, "fp16 on the CPU converts its weights at every run; its speed says nothing about fp16")
            : null;
}
