namespace InferBench.Economics.Catalog;

/// <summary>How far a figure of the catalog can be trusted.</summary>
public enum Confidence
{
    /// <summary>A vendor's own figure, or one that two good sources share.</summary>
    High,

    /// <summary>One source that says where it looked.</summary>
    Medium,

    /// <summary>A weak source, or one that was last checked more than 400 days ago.</summary>
    Low,

    /// <summary>Computed from other figures; the note says how.</summary>
    Derived,

    /// <summary>From memory, no source was found. Whatever uses it says so.</summary>
    Recalled,
}
