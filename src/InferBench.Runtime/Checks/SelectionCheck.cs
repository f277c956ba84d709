using System.Globalization;
using InferBench.Core.Samples;
using InferBench.Runtime.Decoding;

namespace InferBench.Runtime.Checks;

/// <summary>Whether a graph that selects tokens itself selects those that its own logits say, on the provider that runs it.</summary>
internal static class SelectionCheck
{
    private const int UsualBatch = 2;
    private const int Prompt = 4;
    private const int Steps = 8;
    private const long Seed = 19_690_716;

    /// <returns>The first id that differs, in one line; null where none does, and where the host selects.</returns>
    public static string? Problem(DecoderSession session)
    {
        var layout = session.Layout;
        if (layout.NextIds is null)
        {
            return null;
        }

        var batch = layout.FixedBatch ?? UsualBatch;
        var steps = Math.Min(Steps, (layout.ContextLength ?? int.MaxValue) - Prompt);
        if (steps < 1)
        {
            return null;
        }

        var (inGraph, onHost) = (Generate(session, batch, steps), Generate(session.WithLogits(), batch, steps));
        var different = inGraph.AsSpan().CommonPrefixLength(onHost);
        return different == inGraph.Length ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"the graph selects token {inGraph[different]} where its logits say {onHost[different]} (sequence {different / steps}, step {different % steps})");
    }

    private static int[] Generate(DecoderSession session, int batch, int steps)
    {
        using var workload = session.CreateWorkload(batch, Prompt, steps);
        workload.SetPrompt(PromptIds.Random(Seed, batch, Prompt, session.Layout.Vocabulary));
        workload.Run(new OperationTrace(steps));
        return [.. Enumerable.Range(0, batch).SelectMany(row => workload.Output(row).ToArray())];
    }
}
