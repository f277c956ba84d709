namespace InferBench.Economics.Catalog.Rules;

/// <summary>What the driver reports is near what the vendor prints: GB and GiB differ by 7 %, ECC takes some.</summary>
internal sealed class UsableMemoryRule : ICatalogRule
{
    private const string Name = "usable-memory";
    private const double Tolerance = 0.10;

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from device in catalog.Contents.Hardware
        let usable = device.Find(HardwareField.UsableMemory)
        let printed = device.Find(HardwareField.Memory)
        where Math.Abs((usable?.BaseValue / printed?.BaseValue ?? 1) - 1) > Tolerance
        select Findings.Error(Name, device, $"{Findings.Figure(usable!.Value!.Value)} {usable.Unit} can be used of {Findings.Figure(printed!.Value!.Value)} {printed.Unit}, more than 10 % apart; is the unit right?", usable, printed);
}
