using InferBench.Economics.Catalog;

namespace InferBench.Economics.BreakEven;

/// <summary>Whether an API serves the very weights that were measured.</summary>
internal static class OpenWeights
{
    private static readonly char[] Separators = ['-', '_', '/', ' ', ':'];

    /// <summary>Words that say how weights are packed or addressed, not which weights they are.</summary>
    private static readonly HashSet<string> Packing = new(StringComparer.OrdinalIgnoreCase)
    {
        "meta", "openai", "google", "qwen", "mistralai", "microsoft", "onnx", "community", "instruct", "it", "chat", "turbo", "fp32", "fp16", "bf16", "int8", "int4", "q4", "web", "cpu", "cuda", "tensorrt", "genai",
    };

    /// <param name="offer">The offer.</param>
    /// <param name="model">The run's name of its model.</param>
    /// <param name="weights">What the person says that it is; null to tell from the name.</param>
    public static bool Same(ApiOffer offer, string model, string? weights)
    {
        if (offer.Weights is not { } served)
        {
            return false;
        }

        return weights is not null
            ? served.Equals(weights, StringComparison.OrdinalIgnoreCase)
            : Words(model).SequenceEqual(Words(served), StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Words(string name) => name.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(word => !Packing.Contains(word));
}
