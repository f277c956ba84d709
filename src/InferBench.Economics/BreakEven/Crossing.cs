using InferBench.Core.Statistics;

namespace InferBench.Economics.BreakEven;

/// <summary>Where the bill of one machine and the bill of an API meet.</summary>
/// <param name="Utilization">
/// Utilization from which the machine is cheaper, with the 95 % interval that the measured throughput gives it. Above 1 it is never: no machine works more than
/// all the time. Null where not even that would help: the API asks less than the work adds to the machine's bill.
/// </param>
/// <param name="AtLowPrice">The same at the lowest price of the machine; null where there is no such price, or no such utilization.</param>
/// <param name="AtHighPrice">The same at the highest.</param>
/// <param name="OutputTokensPerMonth">Output tokens a month at which the two bills are equal; null where they never are.</param>
/// <param name="TokensPerMonth">The same volume with its input.</param>
/// <param name="Capacity">Output tokens that one machine makes in a month at most.</param>
public sealed record Crossing(
    Estimate? Utilization,
    double? AtLowPrice,
    double? AtHighPrice,
    Estimate? OutputTokensPerMonth,
    Estimate? TokensPerMonth,
    double Capacity)
{
    /// <summary>Whether no load makes one machine cheaper.</summary>
    public bool Never => Utilization is not { Value: <= 1 };

    /// <summary>Whether the measurement's interval leaves open on which side of full load the crossing is.</summary>
    public bool Undecided => Utilization is { Low: { } low, High: var high } && low <= 1 && !(high <= 1);
}
