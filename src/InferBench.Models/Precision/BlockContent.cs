using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>The packed integers of MatMulNBits, [N, ceil(K / block), block × bits / 8].</summary>
internal sealed class BlockContent(WeightMatrix weights, WeightPrecision precision) : ITensorContent
{
    private readonly int _blockBytes = precision.BlockSize * precision.Bits / 8;

    public int Blocks { get; } = (weights.Inputs + precision.BlockSize - 1) / precision.BlockSize;

    public int BlockBytes => _blockBytes;

    public int Rows => weights.Outputs;

    public int RowBytes => Blocks * _blockBytes;

    public void Fill(int firstRow, Span<byte> destination)
    {
        using var scratch = new Scratch(weights.Inputs);
        for (var row = firstRow; !destination.IsEmpty; row++, destination = destination[RowBytes..])
        {
            weights.Values.Fill(scratch.Floats, (long)row * weights.Inputs);
            for (var b = 0; b < Blocks; b++)
            {
                var block = scratch.Floats[(b * precision.BlockSize)..Math.Min((b + 1) * precision.BlockSize, weights.Inputs)];
                var scale = BlockQuantizer.Scale(block, precision.Bits, precision.Activations);
                BlockQuantizer.Quantize(block, precision.Bits, scale, destination.Slice(b * _blockBytes, _blockBytes));
            }
        }
    }
}
