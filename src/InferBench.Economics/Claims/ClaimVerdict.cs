namespace InferBench.Economics.Claims;

public enum ClaimVerdict
{
    Holds,
    DoesNotHold,

    /// <summary>What would decide it was never published, or the prices are too old.</summary>
    CannotBeDecided,
}
