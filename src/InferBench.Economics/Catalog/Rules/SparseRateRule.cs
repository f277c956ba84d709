using System.Globalization;

namespace InferBench.Economics.Catalog.Rules;

/// <summary>The best matrix product measured reaches half to nine tenths of a dense peak; of a sparse peak, which is double, less than 45 %.</summary>
internal sealed class SparseRateRule : ICatalogRule
{
    private const string Name = "sparse-rate";
    private const double Least = 0.45;

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog) =>
        from device in catalog.Contents.Hardware
        where !device.Exceptions.Contains(Name)
        from pair in new[] { (Peak: HardwareField.Bf16, Measured: HardwareField.MeasuredBf16), (Peak: HardwareField.Fp8, Measured: HardwareField.MeasuredFp8) }
        let peak = device.Find(pair.Peak)
        let measured = device.Find(pair.Measured)
        let share = measured?.BaseValue / peak?.BaseValue
        where share is < Least or > 1
        select Findings.Error(
            Name,
            device,
            string.Create(CultureInfo.InvariantCulture, $"{CatalogEntries.Word(pair.Peak)}: {share * 100:0} % of it was reached by measurement; is it a sparse rate?"),
            peak!,
            measured!);
}
