namespace InferBench.Economics.Catalog.Rules;

/// <summary>NVIDIA's chips have fp4 units from Blackwell on, at least twice as fast as fp8.</summary>
internal sealed class Fp4HardwareRule : ICatalogRule
{
    private const string Name = "fp4-hardware";
    private const int First = 100;
    private const double LeastRatio = 1.9;

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog)
    {
        foreach (var device in catalog.Contents.Hardware.Where(device => !device.Exceptions.Contains(Name)))
        {
            if (device.Find(HardwareField.Fp4) is not { } fp4)
            {
                continue;
            }

            if (device.ComputeCapability < First)
            {
                yield return Findings.Error(Name, device, $"has an fp4 rate, and only Blackwell and later have fp4 units (compute capability {device.ComputeCapability / 10}.{device.ComputeCapability % 10})", fp4);
            }
            else if (device.Find(HardwareField.Fp8) is { } fp8 && fp4.BaseValue < LeastRatio * fp8.BaseValue)
            {
                yield return Findings.Error(Name, device, "fp4 is below twice the fp8 rate", fp4, fp8);
            }
        }
    }
}
