namespace InferBench.Economics.Memory;

/// <summary>What a layer keeps of the tokens that it has seen.</summary>
public enum AttentionKind
{
    /// <summary>Keys and values of every token, for each key and value head (GQA; MHA where there are as many of them as heads).</summary>
    Full,

    /// <summary>The same, of the last tokens only.</summary>
    Sliding,

    /// <summary>One compressed vector and one rotary key of every token, whatever the heads (MLA).</summary>
    Latent,

    /// <summary>A state of constant size (linear attention).</summary>
    Recurrent,
}
