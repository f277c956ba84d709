using InferBench.Core.Errors;

namespace InferBench.Peers.Sides;

/// <summary>Peers as a person names them.</summary>
internal static class PeerNames
{
    /// <exception cref="BadInputException">No such peer.</exception>
    public static IReadOnlyList<string> Parse(string text) => text.ToLowerInvariant() switch
    {
        "genai" => [Side.GenAi],
        "llama.cpp" => [Side.LlamaCpp],
        "all" => [Side.GenAi, Side.LlamaCpp],
        _ => throw new BadInputException($"--peer {text}: use genai, llama.cpp or all"),
    };
}
