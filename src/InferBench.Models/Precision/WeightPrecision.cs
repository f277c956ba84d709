using System.Globalization;

namespace InferBench.Models.Precision;

/// <summary>How a model's matrix weights are stored and what its activations are, with the name that plans and folders use.</summary>
public sealed record WeightPrecision
{
    private static readonly int[] BlockSizes = [16, 32, 64, 128];

    private WeightPrecision(WeightFormat format, ActivationType activations, int bits, int blockSize)
    {
        Format = format;
        Activations = activations;
        Bits = bits;
        BlockSize = blockSize;
    }

    /// <summary>32-bit float weights.</summary>
    public static WeightPrecision Fp32 { get; } = new(WeightFormat.Fp32, ActivationType.Fp32, 32, 0);

    /// <summary>16-bit float weights and activations.</summary>
    public static WeightPrecision Fp16 { get; } = new(WeightFormat.Fp16, ActivationType.Fp16, 16, 0);

    /// <summary>bfloat16 weights and activations.</summary>
    public static WeightPrecision Bf16 { get; } = new(WeightFormat.Bf16, ActivationType.Bf16, 16, 0);

    /// <summary>8-bit weights per channel with dynamic activations: what int8 means on a CPU.</summary>
    public static WeightPrecision Int8 { get; } = new(WeightFormat.Int8Dynamic, ActivationType.Fp32, 8, 0);

    /// <summary>4-bit weights in blocks of 32: what int4 means unless said otherwise.</summary>
    public static WeightPrecision Int4 { get; } = new(WeightFormat.Blockwise, ActivationType.Fp32, 4, 32);

    /// <summary>How weights are stored.</summary>
    public WeightFormat Format { get; }

    /// <summary>The float type between operators.</summary>
    public ActivationType Activations { get; }

    /// <summary>Bits of one weight, without its share of the scales.</summary>
    public int Bits { get; }

    /// <summary>Weights that share a scale; 0 where the format has no blocks.</summary>
    public int BlockSize { get; }

    /// <summary>The full name, such as <c>int4-rtn-b32-sym</c>, <c>int4-rtn-b32-sym-a16</c> or <c>int4-rtn-b32-sym-abf16</c>.</summary>
    public string Name => Format switch
    {
        WeightFormat.Fp32 => "fp32",
        WeightFormat.Fp16 => "fp16",
        WeightFormat.Bf16 => "bf16",
        WeightFormat.Int8Dynamic => "int8-dyn-chan",
        _ => string.Create(CultureInfo.InvariantCulture, $"int{Bits}-rtn-b{BlockSize}-sym{Suffix}"),
    };

    private string Suffix => Activations switch
    {
        ActivationType.Fp16 => "-a16",
        ActivationType.Bf16 => "-abf16",
        _ => "",
    };

    /// <summary>Every accepted precision, by full name.</summary>
    public static IReadOnlyList<WeightPrecision> All { get; } =
    [
        Fp32, Fp16, Bf16, Int8,
        .. from activations in Enum.GetValues<ActivationType>()
           from bits in (int[])[8, 4]
           from block in BlockSizes
           select new WeightPrecision(WeightFormat.Blockwise, activations, bits, block),
    ];

    /// <summary>Reads a name or one of the short names <c>int8</c> (int8-dyn-chan), <c>int4</c> (int4-rtn-b32-sym), <c>int4-a16</c> and <c>int4-abf16</c>; case does not matter.</summary>
    /// <exception cref="ModelBuildException">The name is none of these; the message lists them.</exception>
    public static WeightPrecision Parse(string text)
    {
        var name = text.Trim().ToLowerInvariant() switch
        {
            "int8" => Int8.Name,
            "int4" => Int4.Name,
            "int8-a16" => "int8-rtn-b32-sym-a16",
            "int4-a16" => "int4-rtn-b32-sym-a16",
            "int8-abf16" => "int8-rtn-b32-sym-abf16",
            "int4-abf16" => "int4-rtn-b32-sym-abf16",
            var other => other,
        };
        return All.FirstOrDefault(p => p.Name == name) ?? throw new ModelBuildException(
            $"\"{text}\" is no weight precision: use fp32, fp16, bf16, int8 (= int8-dyn-chan), int4 (= int4-rtn-b32-sym), "
            + "or int4-rtn-bN-sym and int8-rtn-bN-sym with N = 16, 32, 64 or 128, each also with -a16 for fp16 activations or -abf16 for bf16 ones");
    }

    public override string ToString() => Name;
}
