using System.Runtime.InteropServices;
using InferBench.Runtime.Buffers;
using InferBench.Runtime.Decoding;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Scoring;

/// <summary>One row of logits on the host, in single precision.</summary>
internal sealed class LogitsRow(DecoderLayout layout)
{
    private readonly byte[] _stored = new byte[ElementSize.Bytes(layout.LogitsType, layout.Vocabulary)];
    private readonly float[] _wide = layout.LogitsType == TensorElementType.Float ? [] : new float[layout.Vocabulary];

    public ReadOnlySpan<float> Read(LogitsBuffer logits, int position)
    {
        logits.Copy(position, _stored);
        if (layout.LogitsType == TensorElementType.Float)
        {
            return MemoryMarshal.Cast<byte, float>(_stored);
        }

        LogitsElements.Widen(layout.LogitsType, _stored, _wide);
        return _wide;
    }
}
