using System.Numerics.Tensors;
using InferBench.Runtime.Buffers;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>The most likely token of a row of logits; the first of several equal ones.</summary>
internal sealed unsafe class GreedySampler(int vocabulary, TensorElementType logitsType)
{
    private readonly int _rowBytes = checked((int)ElementSize.Bytes(logitsType, vocabulary));

    /// <summary>16 bits are widened first: comparing them one by one costs more than both vectorised passes.</summary>
    private readonly float[] _wide = logitsType == TensorElementType.Float ? [] : new float[vocabulary];

    public int Pick(nint row)
    {
        if (logitsType == TensorElementType.Float)
        {
            return TensorPrimitives.IndexOfMax(new ReadOnlySpan<float>((void*)row, vocabulary));
        }

        LogitsElements.Widen(logitsType, new ReadOnlySpan<byte>((void*)row, _rowBytes), _wide);
        return TensorPrimitives.IndexOfMax(_wide);
    }

    /// <summary>The row as single precision, for comparisons.</summary>
    public float[] Read(nint row)
    {
        if (logitsType == TensorElementType.Float)
        {
            return new ReadOnlySpan<float>((void*)row, vocabulary).ToArray();
        }

        var wide = new float[vocabulary];
        LogitsElements.Widen(logitsType, new ReadOnlySpan<byte>((void*)row, _rowBytes), wide);
        return wide;
    }
}
