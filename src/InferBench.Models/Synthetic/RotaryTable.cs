using InferBench.Models.Precision;

namespace InferBench.Models.Synthetic;

/// <summary>
/// Cosines or sines of the rotary position embedding, [context, headDim / 2]: entry [p, i] belongs to the angle p × theta^(-2i / headDim)
/// (Su et al., "RoFormer", 2021).
/// </summary>
internal sealed class RotaryTable(LlamaShape shape, bool sines, ActivationType type) : ITensorContent
{
    private readonly double[] _frequencies =
        [.. Enumerable.Range(0, shape.HeadDim / 2).Select(i => 1 / PortableMath.Pow(shape.RopeTheta, 2.0 * i / shape.HeadDim))];

    public int Rows => shape.Context;

    public int RowBytes => shape.HeadDim / 2 * type.Bytes();

    public void Fill(int firstRow, Span<byte> destination)
    {
        using var row = new Scratch(_frequencies.Length);
        for (var position = firstRow; !destination.IsEmpty; position++, destination = destination[RowBytes..])
        {
            for (var i = 0; i < _frequencies.Length; i++)
            {
                var (sin, cos) = PortableMath.SinCos(position * _frequencies[i]);
                row.Floats[i] = (float)(sines ? sin : cos);
            }

            type.Write(row.Floats, destination[..RowBytes]);
        }
    }
}
