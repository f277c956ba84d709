using InferBench.Budgets.Figures;
using InferBench.Peers.Sides;

namespace InferBench.Peers.Launches;

/// <summary>One side of a launch, medians over its generations.</summary>
/// <param name="FirstTokenNs">Request start to the first token of every sequence.</param>
/// <param name="StepNs">One decode step.</param>
internal sealed record SideTimes(double FirstTokenNs, double StepNs)
{
    public static SideTimes Of(IReadOnlyList<Generation> generations) => new(
        Spread.MedianOf(generations.Select(one => one.FirstTokenNs)), Spread.MedianOf(generations.SelectMany(one => one.StepNs)));
}
