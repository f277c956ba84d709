namespace InferBench.Core.Comparison;

/// <summary>Whether a run that was measured again came out as it was published.</summary>
public enum Agreement
{
    /// <summary>No difference was found in any cell.</summary>
    Agrees,

    /// <summary>At least one cell differs.</summary>
    Differs,

    /// <summary>Cells differ, and all that do are suspect.</summary>
    CannotTell,

    /// <summary>The hardware is another: there are ratios, and nothing to agree on.</summary>
    OtherHardware,
}
