using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>The most likely token of a row of logits; the first of several equal ones.</summary>
internal sealed unsafe class GreedySampler(int vocabulary, TensorElementType logitsType)
{
    /// <summary>Halves are widened first: comparing them one by one costs more than both vectorised passes.</summary>
    private readonly float[] _wide = logitsType == TensorElementType.Float16 ? new float[vocabulary] : [];

    public int Pick(nint row)
    {
        if (logitsType == TensorElementType.Float)
        {
            return TensorPrimitives.IndexOfMax(new ReadOnlySpan<float>((void*)row, vocabulary));
        }

        TensorPrimitives.ConvertToSingle(new ReadOnlySpan<Half>((void*)row, vocabulary), _wide);
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
        TensorPrimitives.ConvertToSingle(new ReadOnlySpan<Half>((void*)row, vocabulary), wide);
        return wide;
    }
}
