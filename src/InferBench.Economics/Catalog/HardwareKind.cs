namespace InferBench.Economics.Catalog;

public enum HardwareKind
{
    /// <summary>One accelerator with memory of its own.</summary>
    Gpu,

    /// <summary>A processor whose GPU shares the computer's memory.</summary>
    UnifiedMemory,

    /// <summary>A server or rack that is priced as a whole.</summary>
    System,
}
