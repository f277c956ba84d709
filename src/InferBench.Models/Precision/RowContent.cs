using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>Signed 8-bit weights with a scale for each row, [N, K]: a table of which rows are looked up.</summary>
internal sealed class RowContent(IMatrixValues weights, ChannelScales scales) : ITensorContent
{
    public int Rows => weights.Outputs;

    public int RowBytes => weights.Inputs;

    public void Fill(int firstRow, Span<byte> destination)
    {
        using var scratch = new Scratch(destination.Length);
        var values = scratch.Floats;
        weights.ReadOutputs(firstRow, values);
        for (var row = firstRow; !destination.IsEmpty; row++, destination = destination[RowBytes..], values = values[RowBytes..])
        {
            // Zero is 128 for the rounding, and 0 as a signed byte: the two differ in the highest bit.
            BlockQuantizer.Round(values[..RowBytes], scales.Values[row], 128, 8, destination[..RowBytes]);
            foreach (ref var value in destination[..RowBytes])
            {
                value ^= 0x80;
            }
        }
    }
}
