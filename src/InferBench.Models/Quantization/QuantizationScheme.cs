using System.Globalization;

namespace InferBench.Models.Quantization;

/// <summary>A way to quantize, with the name that the command line and the model's metadata use.</summary>
public sealed record QuantizationScheme
{
    private static readonly int[] BlockSizes = [16, 32, 64, 128];

    private QuantizationScheme(QuantizationMethod method, int bits, int blockSize = 0, bool symmetric = true)
    {
        (Method, Bits, BlockSize, Symmetric) = (method, bits, blockSize, symmetric);
    }

    /// <summary>16-bit floats.</summary>
    public static QuantizationScheme Fp16 { get; } = new(QuantizationMethod.Half, 16);

    /// <summary>What int8 means unless said otherwise: per channel, with dynamic activations.</summary>
    public static QuantizationScheme Int8 { get; } = new(QuantizationMethod.DynamicChannel, 8);

    /// <summary>What int4 means unless said otherwise: symmetric blocks of 32, round to nearest.</summary>
    public static QuantizationScheme Int4 { get; } = new(QuantizationMethod.BlockNearest, 4, 32);

    /// <summary>Every accepted scheme.</summary>
    public static IReadOnlyList<QuantizationScheme> All { get; } =
    [
        Fp16, Int8, new(QuantizationMethod.DequantizedChannel, 8),
        .. BlockSizes.Select(block => new QuantizationScheme(QuantizationMethod.BlockNearest, 8, block)),
        .. BlockSizes.Select(block => new QuantizationScheme(QuantizationMethod.BlockNearest, 4, block)),
        .. BlockSizes.Select(block => new QuantizationScheme(QuantizationMethod.BlockNearest, 4, block, symmetric: false)),
        .. BlockSizes.Select(block => new QuantizationScheme(QuantizationMethod.BlockHalfQuadratic, 4, block, symmetric: false)),
    ];

    /// <summary>What is done.</summary>
    public QuantizationMethod Method { get; }

    /// <summary>Bits of one weight, without its share of the scales.</summary>
    public int Bits { get; }

    /// <summary>Weights that share a scale; 0 where there are no blocks.</summary>
    public int BlockSize { get; }

    /// <summary>Whether all zero points are the middle of the range.</summary>
    public bool Symmetric { get; }

    /// <summary>Whether weights lie in blocks (MatMulNBits).</summary>
    public bool IsBlockwise => BlockSize > 0;

    /// <summary>The full name, such as <c>int4-hqq-b32-asym</c>.</summary>
    public string Name => Method switch
    {
        QuantizationMethod.Half => "fp16",
        QuantizationMethod.DynamicChannel => "int8-dyn-chan",
        QuantizationMethod.DequantizedChannel => "int8-qdq-chan",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"int{Bits}-{(Method == QuantizationMethod.BlockHalfQuadratic ? "hqq" : "rtn")}-b{BlockSize}-{(Symmetric ? "sym" : "asym")}"),
    };

    /// <summary>Reads a full name or one of the short names fp16, int8 (int8-dyn-chan) and int4 (int4-rtn-b32-sym); case does not matter.</summary>
    /// <exception cref="QuantizationException">It is none of these; the message lists them.</exception>
    public static QuantizationScheme Parse(string text)
    {
        var name = text.Trim().ToLowerInvariant() switch
        {
            "int8" => Int8.Name,
            "int4" => Int4.Name,
            var other => other,
        };
        return All.FirstOrDefault(s => s.Name == name) ?? throw new QuantizationException(
            $"\"{text}\" is no quantization scheme: use fp16, int8-dyn-chan (= int8), int8-qdq-chan, int8-rtn-bN-sym, int4-rtn-bN-sym (int4 = int4-rtn-b32-sym), "
            + "int4-rtn-bN-asym or int4-hqq-bN-asym, with N = 16, 32, 64 or 128");
    }

    public override string ToString() => Name;
}
