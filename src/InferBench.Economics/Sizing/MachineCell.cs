using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Statistics;

namespace InferBench.Economics.Sizing;

/// <summary>
/// One measured way to run a machine: a decoder cell, as the service that it could give. The time of a request is taken as linear in its tokens, at the cell's own batch:
/// prompt tokens at TTFT / (batch × prompt), each token after the first at TPOT / batch.
/// </summary>
/// <param name="Run">The run's id.</param>
/// <param name="Machine">The machine, in words.</param>
/// <param name="Cell">The cell, as of its first launch.</param>
/// <param name="Price">What an hour of the machine costs.</param>
/// <param name="Ttft">Time to the first token of a whole batch that arrives at once, in ns: for each launch.</param>
/// <param name="Tpot">Time for each further token, in ns: for each launch; null where a cell generated one token.</param>
/// <param name="Doubts">Why the cell is not valid; empty where it is.</param>
/// <param name="LongestContext">Tokens of the longest sequence that the model takes and that the machine's memory holds for the whole batch; null where neither is known.</param>
public sealed record MachineCell(
    string Run,
    string Machine,
    Cell Cell,
    HourlyPrice Price,
    IReadOnlyList<Distribution> Ttft,
    IReadOnlyList<Distribution>? Tpot,
    IReadOnlyList<string> Doubts,
    long? LongestContext)
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>Machine-seconds of each prompt token.</summary>
    public double SecondsPerInputToken => Mean(Ttft) / NanosecondsPerSecond / ((double)Cell.Batch * Cell.PromptTokens!.Value);

    /// <summary>Machine-seconds of each token after the first.</summary>
    public double SecondsPerStep => Tpot is null ? 0 : Mean(Tpot) / NanosecondsPerSecond / Cell.Batch;

    private static double Mean(IReadOnlyList<Distribution> launches) => launches.Average(one => one.Mean.Value);
}
