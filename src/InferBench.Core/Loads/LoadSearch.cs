namespace InferBench.Core.Loads;

/// <summary>How finely <c>inferbench load --search</c> looks: each rate costs a whole run.</summary>
public static class LoadSearch
{
    /// <summary>Ratio of the lowest rate that is not valid to the highest that is, at which the search ends.</summary>
    public const double Precision = 1.05;

    /// <summary>Rates to try, at most.</summary>
    public const int MaxTrials = 12;

    /// <summary>Share of the time in which the machine is busy, below which hardly a query waits for another: a rate that is not valid then is not mended by a lower one.</summary>
    public const double Idle = 0.05;
}
