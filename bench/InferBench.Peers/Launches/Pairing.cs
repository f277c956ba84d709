using InferBench.Peers.Gguf;
using InferBench.Peers.Sides;

namespace InferBench.Peers.Launches;

/// <summary>Our precision beside the peer's that stores weights alike.</summary>
/// <param name="Precision">InferBench's name of it.</param>
/// <param name="Gguf">llama.cpp's type; null where it has none.</param>
/// <param name="LeastCosine">
/// Between the first token's scores of both sides: less, and they do not compute the same model. Floats differ by the order of sums and by
/// llama.cpp's cache in half precision; integer formats round weights in other ways.
/// </param>
internal sealed record Pairing(string Precision, GgufType? Gguf, double LeastCosine)
{
    /// <summary>What a person may ask for, and the pairs that it means.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Pairing>> All { get; } = new Dictionary<string, IReadOnlyList<Pairing>>
    {
        ["fp32"] = [new("fp32", GgufType.F32, 0.999)],
        ["int8"] = [new("int8-rtn-b32-sym", GgufType.Q8_0, 0.99), new("int8-dyn-chan", GgufType.Q8_0, 0.99)],
        ["int4"] = [new("int4-rtn-b32-sym", GgufType.Q4_0, 0.9)],
    };

    /// <summary>The peer's name of its precision.</summary>
    public string Of(string peer) => peer == Side.LlamaCpp ? Gguf!.Value.ToString() : Precision;
}
