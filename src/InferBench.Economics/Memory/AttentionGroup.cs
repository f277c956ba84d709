using System.ComponentModel;

namespace InferBench.Economics.Memory;

/// <summary>Layers of one model that attend in the same way. A field that its kind does not need is null.</summary>
public sealed record AttentionGroup
{
    /// <summary>The state of linear attention is kept in 32 bits, whatever the cache: config.json's <c>mamba_ssm_dtype</c>.</summary>
    private const int StateBits = 32;

    public required AttentionKind Kind { get; init; }

    [Description("Layers of this kind.")]
    public required int Layers { get; init; }

    [Description("full, sliding: key and value heads.")]
    public int? KvHeads { get; init; }

    [Description("full, sliding: width of a head.")]
    public int? HeadDim { get; init; }

    [Description("sliding: tokens that are kept.")]
    public int? Window { get; init; }

    [Description("full: true where the query projection also makes a gate of the same width.")]
    public bool? OutputGate { get; init; }

    [Description("latent: width of the compressed keys and values (kv_lora_rank).")]
    public int? LatentDim { get; init; }

    [Description("latent: width of the rotary key (qk_rope_head_dim).")]
    public int? RopeDim { get; init; }

    [Description("latent: width of the compressed query (q_lora_rank).")]
    public int? QueryRank { get; init; }

    [Description("latent: width of a head's key without the rotary part (qk_nope_head_dim).")]
    public int? NopeDim { get; init; }

    [Description("latent: width of a head's value (v_head_dim).")]
    public int? ValueDim { get; init; }

    [Description("recurrent: key heads.")]
    public int? KeyHeads { get; init; }

    [Description("recurrent: value heads, each with a state of its own.")]
    public int? ValueHeads { get; init; }

    [Description("recurrent: width of a key.")]
    public int? KeyDim { get; init; }

    [Description("recurrent: width of a value.")]
    public int? StateValueDim { get; init; }

    [Description("recurrent: length of the short convolution.")]
    public int? Kernel { get; init; }

    /// <summary>Values that each token adds to the cache, all layers of the group together; 0 for a constant state.</summary>
    internal long ElementsPerToken => Layers * Kind switch
    {
        AttentionKind.Full or AttentionKind.Sliding => 2L * KvHeads!.Value * HeadDim!.Value,
        AttentionKind.Latent => LatentDim!.Value + RopeDim!.Value,
        _ => 0,
    };

    /// <summary>Bytes that one sequence of a length keeps in these layers.</summary>
    /// <param name="context">Tokens, prompt and generated together.</param>
    /// <param name="cacheBits">Bits of a cached value.</param>
    internal double CacheBytes(long context, int cacheBits) => Kind switch
    {
        AttentionKind.Recurrent => StateBytes(cacheBits),
        AttentionKind.Sliding => (double)ElementsPerToken * Math.Min(context, Window!.Value) * cacheBits / 8,
        _ => (double)ElementsPerToken * context * cacheBits / 8,
    };

    /// <summary>Weights of one layer's attention, norms left out.</summary>
    internal long ParametersPerLayer(int hidden, int heads) => Kind switch
    {
        AttentionKind.Latent => ((long)hidden * QueryRank!.Value)
            + ((long)QueryRank.Value * heads * (NopeDim!.Value + RopeDim!.Value))
            + ((long)hidden * (LatentDim!.Value + RopeDim.Value))
            + ((long)LatentDim.Value * heads * (NopeDim.Value + ValueDim!.Value))
            + ((long)heads * ValueDim.Value * hidden),
        AttentionKind.Recurrent => ((long)hidden * ConvolvedWidth) + (2L * hidden * ValueWidth) + (2L * hidden * ValueHeads!.Value) + ((long)ConvolvedWidth * Kernel!.Value),
        _ => ((OutputGate is true ? 3L : 2L) * hidden * heads * HeadDim!.Value) + (2L * hidden * KvHeads!.Value * HeadDim.Value),
    };

    /// <summary>Parts of the cache that tensor parallelism can give to different devices: heads; a latent vector belongs to all heads and is kept by each device.</summary>
    internal int CacheShards => Kind switch
    {
        AttentionKind.Latent => 1,
        AttentionKind.Recurrent => ValueHeads!.Value,
        _ => KvHeads!.Value,
    };

    /// <summary>What is wrong with the group; empty where nothing is.</summary>
    internal IEnumerable<string> Problems()
    {
        (string Name, int? Value)[] needed = Kind switch
        {
            AttentionKind.Full => [("kvHeads", KvHeads), ("headDim", HeadDim)],
            AttentionKind.Sliding => [("kvHeads", KvHeads), ("headDim", HeadDim), ("window", Window)],
            AttentionKind.Latent => [("latentDim", LatentDim), ("ropeDim", RopeDim), ("queryRank", QueryRank), ("nopeDim", NopeDim), ("valueDim", ValueDim)],
            _ => [("keyHeads", KeyHeads), ("valueHeads", ValueHeads), ("keyDim", KeyDim), ("stateValueDim", StateValueDim), ("kernel", Kernel)],
        };
        return needed.Append(("layers", Layers)).Where(field => field.Value is not > 0).Select(field => $"{field.Name} is missing or below 1");
    }

    private int ValueWidth => ValueHeads!.Value * StateValueDim!.Value;

    private int ConvolvedWidth => (2 * KeyHeads!.Value * KeyDim!.Value) + ValueWidth;

    /// <summary>A matrix for each value head, and the inputs that the convolution still needs.</summary>
    private double StateBytes(int cacheBits) => Layers
        * (((double)ValueHeads!.Value * KeyDim!.Value * StateValueDim!.Value * StateBits / 8) + ((double)ConvolvedWidth * (Kernel!.Value - 1) * cacheBits / 8));
}
