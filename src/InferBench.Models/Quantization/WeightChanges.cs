using System.Globalization;

namespace InferBench.Models.Quantization;

/// <summary>What happened to a graph's nodes.</summary>
internal sealed record WeightChanges(int Quantized, int Candidates, int Embeddings, IReadOnlyDictionary<string, int> Reasons, int Casts = 0, Func<long>? CountClamped = null)
{
    /// <summary>Numbers that were out of range; known once all weights are written.</summary>
    public long Clamped => CountClamped?.Invoke() ?? 0;

    public IReadOnlyList<LeftNodes> Left =>
        [.. Reasons.Select(r => new LeftNodes(r.Key, r.Value)).OrderByDescending(l => l.Count).ThenBy(l => l.Reason, StringComparer.Ordinal)];

    /// <summary>The counts in one line, for the model's metadata.</summary>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Quantized} of {Candidates} converted{string.Concat(Left.Select(l => $"; {l.Count} left: {l.Reason}"))}{(Embeddings > 0 ? $"; {Embeddings} embedding lookups" : "")}");
}
