using InferBench.Budgets.Figures;
using InferBench.Peers.Sides;

namespace InferBench.Peers.Launches;

/// <summary>Both sides once, each in a fresh process: memory-bound decoding depends on where a process's pages landed.</summary>
/// <param name="First">The side that ran first.</param>
/// <param name="InferBenchTokensPerSecond">Decode, 1 / median gap between tokens.</param>
/// <param name="GenAiTokensPerSecond">As before, of GenAI.</param>
/// <param name="BestStepRatio">InferBench over GenAI by each side's shortest gap: what the machine allows when nothing interferes.</param>
/// <param name="FirstTokenRatio">Time to first token, GenAI's over InferBench's.</param>
/// <param name="AgreeingIds">Ids that are equal from the start on.</param>
internal sealed record Launch(
    string First, double InferBenchTokensPerSecond, double GenAiTokensPerSecond, double BestStepRatio, double FirstTokenRatio, int AgreeingIds)
{
    /// <summary>InferBench over GenAI.</summary>
    public double Ratio => InferBenchTokensPerSecond / GenAiTokensPerSecond;

    public static Launch Of(string first, SideResult inferBench, SideResult genAi) => new(
        first,
        1e9 / Spread.MedianOf(inferBench.StepNs),
        1e9 / Spread.MedianOf(genAi.StepNs),
        (double)genAi.StepNs.Min() / inferBench.StepNs.Min(),
        Spread.MedianOf(genAi.FirstTokenNs) / Spread.MedianOf(inferBench.FirstTokenNs),
        inferBench.Ids.Zip(genAi.Ids).TakeWhile(pair => pair.First == pair.Second).Count());
}
