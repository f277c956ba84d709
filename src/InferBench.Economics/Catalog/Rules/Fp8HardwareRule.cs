namespace InferBench.Economics.Catalog.Rules;

/// <summary>NVIDIA's chips have fp8 units from compute capability 8.9 on.</summary>
internal sealed class Fp8HardwareRule : ICatalogRule
{
    private const string Name = "fp8-hardware";
    private const int First = 89;

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from device in catalog.Contents.Hardware
        where device.ComputeCapability < First && device.Find(HardwareField.Fp8) is not null
        select Findings.Error(Name, device, $"has an fp8 rate, and compute capability {device.ComputeCapability / 10}.{device.ComputeCapability % 10} has no fp8 units", device.Find(HardwareField.Fp8)!);
}
