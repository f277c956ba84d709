namespace InferBench.Economics.Sizing;

/// <summary>So many machines, each run in one measured way.</summary>
/// <param name="Cell">How each is run.</param>
/// <param name="PeakLoad">Machines that the peak would keep busy all the time.</param>
/// <param name="MeanLoad">Machines that the mean demand would keep busy all the time.</param>
/// <param name="LoadLimit">Share of a machine's time up to which the latency limits hold; below 1 where the prompts of others slow each user's tokens down too much.</param>
/// <param name="Needed">Machines for the peak with its headroom.</param>
/// <param name="Spare">Machines beyond them.</param>
/// <param name="TtftNs">The figure that was held to the TTFT limit: the prefill of a whole batch that arrives at once.</param>
/// <param name="TpotNs">The figure that was held to the TPOT limit: measured, and slowed by the prompts of others at the peak; null where the cell generated one token.</param>
/// <param name="Binding">What keeps the machines from doing more, in a sentence.</param>
/// <param name="UsdPerMonth">All machines, used or not.</param>
/// <param name="UsdPerMillionOutput">That over the output tokens of a month; the whole bill is put on them.</param>
/// <param name="UsdPerMillionTokens">That over all tokens of a month, prompt and output.</param>
public sealed record FleetPlan(
    MachineCell Cell,
    double PeakLoad,
    double MeanLoad,
    double LoadLimit,
    int Needed,
    int Spare,
    double TtftNs,
    double? TpotNs,
    string Binding,
    double UsdPerMonth,
    double UsdPerMillionOutput,
    double UsdPerMillionTokens)
{
    public int Machines => Needed + Spare;

    /// <summary>Share of the time in which the machines work, the spare ones counted.</summary>
    public double Utilization => MeanLoad / Machines;
}
