using System.Diagnostics;

namespace InferBench.Peers.Sides;

/// <summary>What one side measured.</summary>
/// <param name="FirstTokenNs">Request start to first token, of each measured generation.</param>
/// <param name="StepNs">Gaps between consecutive tokens, of all measured generations.</param>
/// <param name="Ids">What the last generation generated.</param>
/// <param name="Vocabulary">Ids that the model knows; null where the side was not told.</param>
/// <param name="OnnxRuntime">The ONNX Runtime libraries that the process had loaded.</param>
internal sealed record SideResult(
    IReadOnlyList<long> FirstTokenNs, IReadOnlyList<long> StepNs, IReadOnlyList<int> Ids, int? Vocabulary, IReadOnlyList<string> OnnxRuntime)
{
    /// <param name="starts">Start of each measured generation, in ticks.</param>
    /// <param name="tokens">When each of its tokens was on the host, in ticks.</param>
    /// <param name="ids">What the last one generated.</param>
    /// <param name="vocabulary">Ids that the model knows.</param>
    public static SideResult Of(IReadOnlyList<long> starts, IReadOnlyList<long[]> tokens, IReadOnlyList<int> ids, int? vocabulary) => new(
        [.. starts.Zip(tokens, (start, of) => Nanoseconds(of[0] - start))],
        [.. tokens.SelectMany(of => of.Zip(of.Skip(1), (before, after) => Nanoseconds(after - before)))],
        ids,
        vocabulary,
        LoadedLibraries.OnnxRuntime());

    private static long Nanoseconds(long ticks) => (long)((Int128)ticks * 1_000_000_000 / Stopwatch.Frequency);
}
