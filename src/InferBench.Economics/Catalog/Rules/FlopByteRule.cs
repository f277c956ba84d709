using System.Globalization;

namespace InferBench.Economics.Catalog.Rules;

/// <summary>
/// Half-precision operations for each byte of memory bandwidth: every accelerator that is sold lies between 50 and 450. A sparse rate or a bandwidth
/// in other units does not.
/// </summary>
internal sealed class FlopByteRule : ICatalogRule
{
    private const string Name = "flop-byte";
    private const double Least = 50;
    private const double Most = 450;

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from device in catalog.Contents.Hardware
        where !device.Exceptions.Contains(Name)
        let rate = device.Find(HardwareField.Bf16) ?? device.Find(HardwareField.Fp16)
        let bandwidth = device.Find(HardwareField.Bandwidth)
        let ratio = rate?.BaseValue / bandwidth?.BaseValue
        where ratio is < Least or > Most
        select Findings.Error(
            Name,
            device,
            string.Create(CultureInfo.InvariantCulture, $"{ratio:0} operations for each byte of bandwidth is outside {Least} to {Most}; is the rate a sparse one, or the bandwidth in other units?"),
            rate!,
            bandwidth!);
}
