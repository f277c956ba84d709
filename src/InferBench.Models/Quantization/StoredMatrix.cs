using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using InferBench.Models.Onnx;
using InferBench.Models.Precision;

namespace InferBench.Models.Quantization;

/// <summary>A stored weight matrix as a projection: read in place, turned round on the way where it lies the other way.</summary>
/// <param name="source">The files.</param>
/// <param name="tensor">A matrix of 32- or 16-bit floats, whatever its own dimensions say.</param>
/// <param name="outputs">N.</param>
/// <param name="inputs">K.</param>
/// <param name="outputsFirst">Whether it is stored as [N, K]; otherwise as [K, N].</param>
internal sealed class StoredMatrix(SourceTensors source, TensorProto tensor, int outputs, int inputs, bool outputsFirst) : IMatrixValues
{
    private const int Tile = 8;
    private readonly bool _half = (OnnxElementType)tensor.DataType == OnnxElementType.Float16;

    public int Outputs => outputs;

    public int Inputs => inputs;

    public void ReadOutputs(int first, Span<float> destination) => Read(first, destination, inputs, outputs, whole: outputsFirst);

    public void ReadInputs(int first, Span<float> destination) => Read(first, destination, outputs, inputs, whole: !outputsFirst);

    /// <param name="first">First row of the result.</param>
    /// <param name="destination">Rows of <paramref name="length"/> numbers.</param>
    /// <param name="length">Numbers in a row of the result.</param>
    /// <param name="stored">Numbers in a stored row, where those run across.</param>
    /// <param name="whole">Whether rows of the result are stored as such.</param>
    private void Read(int first, Span<float> destination, int length, int stored, bool whole)
    {
        if (whole)
        {
            ReadFloats((long)first * length, destination);
            RequireFinite(destination);
            return;
        }

        var count = destination.Length / length;
        using var scratch = new Scratch(destination.Length);
        var across = scratch.Floats;
        for (var i = 0; i < length; i++)
        {
            ReadFloats(((long)i * stored) + first, across.Slice(i * count, count));
        }

        RequireFinite(across);
        Transpose(across, destination, length, count);
    }

    private void ReadFloats(long first, Span<float> destination)
    {
        if (!_half)
        {
            source.Read(tensor, first * sizeof(float), MemoryMarshal.AsBytes(destination));
            return;
        }

        // The upper half of the destination holds the 16-bit numbers until they are widened, front to back.
        var halves = MemoryMarshal.Cast<float, Half>(destination)[destination.Length..];
        source.Read(tensor, first * sizeof(ushort), MemoryMarshal.AsBytes(halves));
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = (float)halves[i];
        }
    }

    // Eight rows at a time: more would fall on the same few lines of the first-level cache when rows are a power of two apart.
    private static void Transpose(ReadOnlySpan<float> across, Span<float> destination, int length, int count)
    {
        for (var tile = 0; tile < count; tile += Tile)
        {
            var end = Math.Min(tile + Tile, count);
            for (var i = 0; i < length; i++)
            {
                var row = across.Slice(i * count, count);
                for (var j = tile; j < end; j++)
                {
                    destination[(j * length) + i] = row[j];
                }
            }
        }
    }

    private void RequireFinite(ReadOnlySpan<float> values)
    {
        var exponent = Vector256.Create(0x7F80_0000);
        var found = Vector256<int>.Zero;
        var bits = MemoryMarshal.Cast<float, int>(values);
        var i = 0;
        for (; i <= bits.Length - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            found |= Vector256.Equals(Vector256.Create(bits[i..]) & exponent, exponent);
        }

        var finite = found == Vector256<int>.Zero;
        for (; i < bits.Length; i++)
        {
            finite &= float.IsFinite(values[i]);
        }

        if (!finite)
        {
            throw new QuantizationException($"{tensor.Name}: holds a number that is not finite, so it has no scale; leave it as it is with --exclude {tensor.Name}");
        }
    }
}
