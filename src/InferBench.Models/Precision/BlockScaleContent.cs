using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>The scales of MatMulNBits, [N × ceil(K / block)].</summary>
internal sealed class BlockScaleContent(WeightMatrix weights, WeightPrecision precision) : ITensorContent
{
    private readonly int _blocks = (weights.Inputs + precision.BlockSize - 1) / precision.BlockSize;

    public int Rows => weights.Outputs;

    public int RowBytes => _blocks * precision.Activations.Bytes();

    public void Fill(int firstRow, Span<byte> destination)
    {
        using var values = new Scratch(weights.Inputs);
        using var scales = new Scratch(_blocks);
        for (var row = firstRow; !destination.IsEmpty; row++, destination = destination[RowBytes..])
        {
            weights.Values.Fill(values.Floats, (long)row * weights.Inputs);
            for (var b = 0; b < _blocks; b++)
            {
                var block = values.Floats[(b * precision.BlockSize)..Math.Min((b + 1) * precision.BlockSize, weights.Inputs)];
                scales.Floats[b] = BlockQuantizer.Scale(block, precision.Bits, precision.Activations);
            }

            precision.Activations.Write(scales.Floats, destination[..RowBytes]);
        }
    }
}
