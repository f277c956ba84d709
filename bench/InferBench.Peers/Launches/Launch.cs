using InferBench.Budgets.Figures;
using InferBench.Peers.Sides;

namespace InferBench.Peers.Launches;

/// <summary>Both sides in fresh processes: memory-bound decoding depends on where a process's pages landed. Their generations take turns.</summary>
/// <param name="First">The side that started first and that generated first in each pair.</param>
/// <param name="Ours">InferBench's own times: first token and step, the medians over all generations.</param>
/// <param name="Peers">The peer's.</param>
/// <param name="Decode">InferBench over the peer: the median over pairs of generations, each by its median step.</param>
/// <param name="BestStep">By each side's shortest step: what the machine allows when nothing interferes.</param>
/// <param name="Prefill">Rate of the prompt, InferBench over the peer: the median over pairs of the times to the first token.</param>
/// <param name="AgreeingIds">Ids that are equal from the start on, in the sequence and the pair where they are fewest.</param>
/// <param name="OtherCores">Cores that other programs took meanwhile; null where the system does not say.</param>
internal sealed record Launch(
    string First, SideTimes Ours, SideTimes Peers, double Decode, double BestStep, double Prefill, int AgreeingIds, double? OtherCores)
{
    public static Launch Of(string first, IReadOnlyList<(Generation Ours, Generation Peers)> pairs, int batch, double? otherCores) => new(
        first,
        SideTimes.Of([.. pairs.Select(pair => pair.Ours)]),
        SideTimes.Of([.. pairs.Select(pair => pair.Peers)]),
        Spread.MedianOf(pairs.Select(pair => Spread.MedianOf(pair.Peers.StepNs) / Spread.MedianOf(pair.Ours.StepNs))),
        (double)pairs.Min(pair => pair.Peers.StepNs.Min()) / pairs.Min(pair => pair.Ours.StepNs.Min()),
        Spread.MedianOf(pairs.Select(pair => (double)pair.Peers.FirstTokenNs / pair.Ours.FirstTokenNs)),
        pairs.Min(pair => Agreeing(pair.Ours.Ids, pair.Peers.Ids, batch)),
        otherCores);

    private static int Agreeing(IReadOnlyList<int> ours, IReadOnlyList<int> peers, int batch) =>
        ours.Chunk(ours.Count / batch).Zip(peers.Chunk(peers.Count / batch))
            .Min(row => row.First.Zip(row.Second).TakeWhile(ids => ids.First == ids.Second).Count());
}
