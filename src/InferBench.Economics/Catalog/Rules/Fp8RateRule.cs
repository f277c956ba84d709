namespace InferBench.Economics.Catalog.Rules;

/// <summary>Tensor cores do twice as much in fp8 as in bf16. A bf16 rate that equals the fp8 rate is a sparse one; four times it has 16-bit accumulation.</summary>
internal sealed class Fp8RateRule : ICatalogRule
{
    private const string Name = "fp8-rate";
    private const double Ratio = 2;
    private const double Tolerance = 0.05;

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from device in catalog.Contents.Hardware
        where !device.Exceptions.Contains(Name)
        let half = device.Find(HardwareField.Bf16) ?? device.Find(HardwareField.Fp16)
        let fp8 = device.Find(HardwareField.Fp8)
        let ratio = fp8?.BaseValue / half?.BaseValue
        where Math.Abs((ratio ?? Ratio) - Ratio) > Ratio * Tolerance
        select Findings.Error(Name, device, $"fp8 is {Findings.Figure(Math.Round(ratio!.Value, 2))} times bf16 and should be twice; is one of them a sparse rate or one with 16-bit accumulation?", half!, fp8!);
}
