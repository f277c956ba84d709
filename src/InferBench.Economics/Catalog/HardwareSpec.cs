using System.ComponentModel;
using System.Text.Json.Serialization;

namespace InferBench.Economics.Catalog;

/// <summary>A device and what is known of it.</summary>
public sealed record HardwareSpec
{
    [Description("Identity, such as nvidia-h100-sxm-80.")]
    public required string Id { get; init; }

    public string? Name { get; init; }

    public HardwareKind Kind { get; init; }

    [Description("hopper, ada, blackwell, ...; null where it does not matter.")]
    public string? Architecture { get; init; }

    [Description("CUDA compute capability times ten, such as 89; null where the device is no CUDA device.")]
    public int? ComputeCapability { get; init; }

    [Description("Other names that people type.")]
    public IReadOnlyList<string> Aliases { get => field ?? []; init; }

    [Description("Words that must all stand in the driver's product name.")]
    public IReadOnlyList<string> ProductWords { get => field ?? []; init; }

    [Description("GPUs that the price of a system is for; null for a single part.")]
    public int? Gpus { get; init; }

    [Description("Names of rules that this device is a known exception to.")]
    public IReadOnlyList<string> Exceptions { get => field ?? []; init; }

    public IReadOnlyList<HardwareFact> Facts { get => field ?? []; init; }

    /// <summary>The figure to use for a field, with its source; null where the catalog has none. Ask <see cref="Fact.Confidence"/> whether it is recalled.</summary>
    public HardwareFact? Find(HardwareField field) => Facts.FirstOrDefault(fact => fact.Field == field && fact.IsUsable);

    /// <summary>True where the catalog knows that the device cannot do it, which is another thing than not knowing.</summary>
    public bool IsKnownToLack(HardwareField field) => Facts.Any(fact => fact.Field == field && fact is { Value: null, Text: null });

    /// <summary>Memory that can be used: what the driver reports, else what the vendor prints, which may differ by some percent.</summary>
    [JsonIgnore]
    public HardwareFact? MemoryFact => Find(HardwareField.UsableMemory) ?? Find(HardwareField.Memory);

    /// <summary>True where only the vendor's printed GB are known.</summary>
    [JsonIgnore]
    public bool MemoryIsNominal => Find(HardwareField.UsableMemory) is null;
}
