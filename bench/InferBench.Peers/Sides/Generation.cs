using System.Diagnostics;

namespace InferBench.Peers.Sides;

/// <summary>One generation as a side measured it.</summary>
/// <param name="FirstTokenNs">Request start to the first token of every sequence.</param>
/// <param name="StepNs">Gaps between consecutive tokens.</param>
/// <param name="Ids">What was generated, one sequence after the other.</param>
/// <param name="Libraries">The inference libraries that the process had loaded.</param>
internal sealed record Generation(long FirstTokenNs, IReadOnlyList<long> StepNs, IReadOnlyList<int> Ids, IReadOnlyList<string> Libraries)
{
    /// <param name="start">Request start, in ticks.</param>
    /// <param name="tokens">When each token was on the host, in ticks.</param>
    /// <param name="ids">The tokens.</param>
    public static Generation Of(long start, long[] tokens, IReadOnlyList<int> ids) => new(
        Nanoseconds(tokens[0] - start),
        [.. tokens.Zip(tokens.Skip(1), (before, after) => Nanoseconds(after - before))],
        ids,
        LoadedLibraries.OfThisProcess());

    private static long Nanoseconds(long ticks) => (long)((Int128)ticks * 1_000_000_000 / Stopwatch.Frequency);
}
