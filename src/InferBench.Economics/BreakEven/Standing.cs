namespace InferBench.Economics.BreakEven;

/// <summary>Who is cheaper at the utilization that was asked about.</summary>
public enum Standing
{
    OwnCheaper,

    ApiCheaper,

    /// <summary>The measurement's interval has both sides in it.</summary>
    Close,

    /// <summary>The price is too old for a verdict, or nothing is made that could be compared.</summary>
    NoVerdict,
}
