using System.ComponentModel;

namespace InferBench.Economics.Catalog;

/// <summary>A fact about a device.</summary>
public sealed record HardwareFact : Fact
{
    [Description("What the fact states.")]
    public required HardwareField Field { get; init; }
}
