using InferBench.Economics.Catalog;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Catalog;

/// <summary>Devices with the figures that decide how fast they generate.</summary>
internal static class HardwareList
{
    private static readonly IReadOnlyList<(string Name, HardwareField Field, double Unit)> Rates =
    [
        ("GB/s", HardwareField.Bandwidth, 1e9),
        ("bf16 TFLOPS", HardwareField.Bf16, 1e12),
        ("fp16 TFLOPS", HardwareField.Fp16, 1e12),
        ("fp8 TFLOPS", HardwareField.Fp8, 1e12),
        ("int8 TOPS", HardwareField.Int8, 1e12),
        ("fp4 TFLOPS", HardwareField.Fp4, 1e12),
        ("TDP W", HardwareField.Tdp, 1),
    ];

    public static CatalogList Of(PriceCatalog catalog) => new(
        [new("device"), new("memory GB", Number: true), .. Rates.Select(rate => new CatalogColumn(rate.Name, Number: true))],
        [.. catalog.Hardware.Select(device => (IReadOnlyList<string>)[device.Id, Memory(device), .. Rates.Select(rate => Rate(device, rate.Field, rate.Unit))])],
        [
            "Rates are dense with 32-bit accumulation. \"none\": the device cannot; a dash: not known here. \"?\": from memory, no source was found. \"~\": the vendor's printed GB, often GiB.",
        ],
        [.. catalog.Entries().Where(entry => entry.Kind == CatalogKind.Hardware)]);

    private static string Memory(HardwareSpec device) => device.MemoryFact is { } memory
        ? $"{(device.MemoryIsNominal ? "~" : "")}{Figures.Number(memory.BaseValue / 1e9)}{Mark(memory)}"
        : Figures.Missing;

    private static string Rate(HardwareSpec device, HardwareField field, double unit) => device.Find(field) is { } fact
        ? CatalogWords.Figure(fact.BaseValue / unit) + Mark(fact)
        : device.IsKnownToLack(field) ? "none" : Figures.Missing;

    private static string Mark(Fact fact) => fact.Confidence == Confidence.Recalled ? "?" : "";
}
