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
internal sealed class StoredMatrix(SourceTensors source, TensorProto tensor, int outputs, int inputs, bool outputsFirst) : IMatrixValues, IDisposable
{
    private const int Tile = 8;

    /// <summary>Larger ones are read strip by strip: memory stays at what the largest tensors of usual models take.</summary>
    private const long MostHeld = 1L << 30;

    private readonly bool _half = (OnnxElementType)tensor.DataType == OnnxElementType.Float16;
    private readonly Lock _holding = new();
    private Scratch? _held;

    public bool InputsLieTogether => !outputsFirst;

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
        if (count < stored)
        {
            Hold();
        }

        for (var i = 0; i < length; i++)
        {
            ReadFloats(((long)i * stored) + first, across.Slice(i * count, count));
        }

        RequireFinite(across);
        Transpose(across, destination, length, count);
    }

    /// <summary>
    /// Reads the whole matrix once, so that a strip across it is copied and not read from the file piece by piece: that took 120,000 calls for
    /// 110 M parameters.
    /// </summary>
    private void Hold()
    {
        lock (_holding)
        {
            var bytes = SourceTensors.Bytes(tensor);
            if (_held is null && bytes <= MostHeld)
            {
                var held = new Scratch((int)((bytes + sizeof(float) - 1) / sizeof(float)));
                source.Read(tensor, 0, MemoryMarshal.AsBytes(held.Floats)[..(int)bytes]);
                _held = held;
            }
        }
    }

    /// <summary>Gives back what is held. No read may be under way; a later one holds it again.</summary>
    public void Dispose()
    {
        _held?.Dispose();
        _held = null;
    }

    private void ReadBytes(long offset, Span<byte> destination)
    {
        if (_held is { } held)
        {
            MemoryMarshal.AsBytes(held.Floats).Slice((int)offset, destination.Length).CopyTo(destination);
        }
        else
        {
            source.Read(tensor, offset, destination);
        }
    }

    private void ReadFloats(long first, Span<float> destination)
    {
        if (!_half)
        {
            ReadBytes(first * sizeof(float), MemoryMarshal.AsBytes(destination));
            return;
        }

        // The upper half of the destination holds the 16-bit numbers until they are widened, front to back.
        var halves = MemoryMarshal.Cast<float, Half>(destination)[destination.Length..];
        ReadBytes(first * sizeof(ushort), MemoryMarshal.AsBytes(halves));
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
