using InferBench.Budgets.Figures;
using InferBench.Peers.Sides;

namespace InferBench.Peers.Launches;

/// <summary>Both sides in fresh processes: memory-bound decoding depends on where a process's pages landed. Their generations take turns.</summary>
/// <param name="First">The side that started first and that generated first in each pair.</param>
/// <param name="InferBenchTokensPerSecond">Decode, 1 / median gap between tokens of all generations.</param>
/// <param name="GenAiTokensPerSecond">As before, of GenAI.</param>
/// <param name="Ratio">InferBench over GenAI: the median over pairs of generations, each by its median gap.</param>
/// <param name="BestStepRatio">By each side's shortest gap: what the machine allows when nothing interferes.</param>
/// <param name="FirstTokenRatio">Time to first token, GenAI's over InferBench's, median over pairs.</param>
/// <param name="AgreeingIds">Ids that are equal from the start on, in the pair where they are fewest.</param>
internal sealed record Launch(
    string First,
    double InferBenchTokensPerSecond,
    double GenAiTokensPerSecond,
    double Ratio,
    double BestStepRatio,
    double FirstTokenRatio,
    int AgreeingIds)
{
    public static Launch Of(string first, IReadOnlyList<(Generation InferBench, Generation GenAi)> pairs) => new(
        first,
        1e9 / Spread.MedianOf(pairs.SelectMany(pair => pair.InferBench.StepNs)),
        1e9 / Spread.MedianOf(pairs.SelectMany(pair => pair.GenAi.StepNs)),
        Spread.MedianOf(pairs.Select(pair => Spread.MedianOf(pair.GenAi.StepNs) / Spread.MedianOf(pair.InferBench.StepNs))),
        (double)pairs.Min(pair => pair.GenAi.StepNs.Min()) / pairs.Min(pair => pair.InferBench.StepNs.Min()),
        Spread.MedianOf(pairs.Select(pair => (double)pair.GenAi.FirstTokenNs / pair.InferBench.FirstTokenNs)),
        pairs.Min(pair => pair.InferBench.Ids.Zip(pair.GenAi.Ids).TakeWhile(ids => ids.First == ids.Second).Count()));
}
