using System.Globalization;
using InferBench.Core.Ceilings;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Economics.Catalog;

namespace InferBench.Economics.Projection;

/// <summary>A machine that is not at hand, as far as its figures say.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="BandwidthBytesPerSecond">Memory bandwidth.</param>
/// <param name="MatMul">Dense rate, in operations per second, at which a weight format is multiplied; null where it is not known.</param>
/// <param name="MemoryBytes">Memory; null where it is not known.</param>
/// <param name="Basis">Where the figures come from, a line for each.</param>
public sealed record ProjectionTarget(
    string Name, double BandwidthBytesPerSecond, Func<string, double?> MatMul, double? MemoryBytes, IReadOnlyList<string> Basis)
{
    /// <summary>A device of the catalog, by its printed figures.</summary>
    /// <returns>Null where the catalog has no bandwidth for it.</returns>
    public static ProjectionTarget? Of(HardwareSpec device, PriceCatalog catalog) => device.Find(HardwareField.Bandwidth) is { BaseValue: { } bandwidth } fact
        ? new(
            device.Id,
            bandwidth,
            precision => Rate(device, precision)?.BaseValue,
            device.MemoryFact?.BaseValue,
            [
                Line("memory bandwidth", fact, catalog),
                .. new[] { Rate(device, "fp16"), Rate(device, "int8-dyn") }.OfType<HardwareFact>().DistinctBy(rate => rate.Field).Select(rate => Line($"{rate.Field.ToString().ToLowerInvariant()} matrix products", rate, catalog)),
            ])
        : null;

    /// <summary>The machine of another run, by the ceilings that were measured there.</summary>
    /// <returns>Null where no bandwidth was measured.</returns>
    public static ProjectionTarget? Of(RunDocument run) =>
        (run.Ceilings ?? []).LastOrDefault(one => run.Cells.Any(cell => ProviderDevice.MeasuredBy(cell.Cell.Provider) == one.Provider)) is { Bandwidth.BestPerSecond: var bandwidth } ceilings
            ? new(
                $"the machine of run {run.RunId}",
                bandwidth,
                precision => ceilings.MatMul(precision)?.BestPerSecond,
                MemoryBytes: null,
                [string.Create(CultureInfo.InvariantCulture, $"ceilings measured in run {run.RunId} ({ceilings.Provider}, {ceilings.Threads} threads){(ceilings.Doubt is { } doubt ? $"; {doubt}" : "")}")])
            : null;

    /// <summary>
    /// Weights of 4 bits, and of 8 bits in blocks, are multiplied in 16 bits on a GPU; only dynamic int8 and fp8 use the faster units.
    /// The catalog has no rate for fp32.
    /// </summary>
    private static HardwareFact? Rate(HardwareSpec device, string precision) => precision switch
    {
        "fp32" => null,
        _ when precision.StartsWith("int8-dyn", StringComparison.Ordinal) => device.Find(HardwareField.Int8),
        "fp8" => device.Find(HardwareField.Fp8),
        _ => device.Find(HardwareField.Bf16) ?? device.Find(HardwareField.Fp16),
    };

    private static string Line(string what, HardwareFact fact, PriceCatalog catalog) => string.Create(
        CultureInfo.InvariantCulture, $"{what} {fact.Value:#,0.#} {fact.Unit} ({fact.Confidence.ToString().ToLowerInvariant()}: {catalog.Cite(fact)})");
}
