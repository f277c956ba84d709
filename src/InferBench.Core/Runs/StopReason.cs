namespace InferBench.Core.Runs;

/// <summary>Why measuring a cell stopped.</summary>
public enum StopReason
{
    /// <summary>The 95 % interval of the mean was inside the target.</summary>
    Interval,

    /// <summary>The cell's time was used up first.</summary>
    Budget,

    /// <summary>The highest allowed number of operations was reached.</summary>
    Maximum,
}
