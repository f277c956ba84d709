namespace InferBench.Core.Scenarios;

/// <summary>How load is applied, as MLPerf LoadGen defines it.</summary>
public enum LoadScenario
{
    /// <summary>One query of one sample; the next is issued when it completes.</summary>
    SingleStream,

    /// <summary>One query of several samples; the next is issued when all of them complete.</summary>
    MultiStream,

    /// <summary>Queries of one sample at Poisson arrivals, whether or not the earlier ones have completed.</summary>
    Server,

    /// <summary>All samples in one query at the start.</summary>
    Offline,
}
