namespace InferBench.Core.Validity;

/// <summary>Whether a cell's figures can be trusted.</summary>
public enum Verdict
{
    Valid,

    /// <summary>Shown, with the reason beside it.</summary>
    Suspect,

    /// <summary>Not to be published.</summary>
    Invalid,
}
