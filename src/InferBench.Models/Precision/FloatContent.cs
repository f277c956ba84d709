using System.Runtime.InteropServices;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>A weight matrix in floats, as it is ([N, K]) or transposed ([K, N], as MatMul takes it).</summary>
internal sealed class FloatContent(WeightMatrix weights, bool transposed, ActivationType type) : ITensorContent
{
    private readonly int _columns = transposed ? weights.Outputs : weights.Inputs;

    public int Rows => transposed ? weights.Inputs : weights.Outputs;

    public int RowBytes => _columns * type.Bytes();

    public void Fill(int firstRow, Span<byte> destination)
    {
        using var scratch = new Scratch(type == ActivationType.Fp32 ? 0 : _columns);
        for (var row = firstRow; !destination.IsEmpty; row++, destination = destination[RowBytes..])
        {
            var target = destination[..RowBytes];
            var floats = type == ActivationType.Fp32 ? MemoryMarshal.Cast<byte, float>(target) : scratch.Floats;
            if (transposed)
            {
                weights.Values.Fill(floats, row, weights.Inputs);
            }
            else
            {
                weights.Values.Fill(floats, (long)row * weights.Inputs);
            }

            if (type != ActivationType.Fp32)
            {
                type.Write(floats, target);
            }
        }
    }
}
