namespace InferBench.Runtime.Decoding;

/// <summary>How the KV cache of a decoder is bound.</summary>
public enum CacheMode
{
    /// <summary>Past and present are one buffer of full length, written in place (GroupQueryAttention).</summary>
    Shared,

    /// <summary>Each step writes past plus one, and the next step reads it.</summary>
    Growing,

    /// <summary>No KV cache: every layer keeps a state of fixed size.</summary>
    Fixed,
}
