using InferBench.Core.Errors;
using InferBench.Runtime.Buffers;

namespace InferBench.Runtime.Decoding;

/// <summary>Bytes that a workload's own buffers take; weights and ONNX Runtime's intermediate results come on top.</summary>
/// <param name="CacheBytes">KV cache, once when shared and twice when growing; states twice, and zeros for the prefill.</param>
/// <param name="LogitsBytes">Logits of the prefill and of a step.</param>
/// <param name="InputBytes">Token ids, masks and positions.</param>
public sealed record DecoderMemory(long CacheBytes, long LogitsBytes, long InputBytes)
{
    public long TotalBytes => CacheBytes + LogitsBytes + InputBytes;

    /// <exception cref="BadInputException">The shape does not fit the model's context, or any memory.</exception>
    public static DecoderMemory Estimate(DecoderLayout layout, int batch, int promptLength, int generated)
    {
        var shape = new WorkloadShape(layout, batch, promptLength, generated);
        try
        {
            return Estimate(layout, shape);
        }
        catch (OverflowException e)
        {
            throw new BadInputException($"batch {batch}, prompt {promptLength}, gen {generated}: larger than any memory", e);
        }
    }

    private static DecoderMemory Estimate(DecoderLayout layout, WorkloadShape shape)
    {
        long cache = 0;
        foreach (var tensor in layout.Cache)
        {
            cache = checked(cache + ElementSize.Bytes(layout.CacheType, tensor.Shape(shape.Batch, shape.Length)));
        }

        long states = 0, zeros = 0;
        foreach (var state in layout.States)
        {
            var bytes = ElementSize.Bytes(state.Type, state.Shape(shape.Batch));
            states = checked(states + bytes);
            zeros = Math.Max(zeros, bytes);
        }

        var prefill = ElementSize.Bytes(layout.LogitsType, shape.Batch, layout.LogitsLength(shape.Prompt), layout.Vocabulary);
        var step = ElementSize.Bytes(layout.LogitsType, shape.Batch, layout.Vocabulary);
        var ids = ElementSize.Bytes(layout.InputIds.Type, shape.Batch, checked(shape.Prompt + 1));
        var mask = layout.AttentionMask is { } m ? ElementSize.Bytes(m.Type, shape.Batch, shape.Length) : 0;
        var positions = layout.PositionIds is { } p ? ElementSize.Bytes(p.Type, layout.PositionPlanes, shape.Batch, shape.Length) : 0;

        return checked(new DecoderMemory(
            (layout.CacheMode == CacheMode.Shared ? cache : 2 * cache) + (2 * states) + zeros,
            prefill + step,
            ids + mask + positions));
    }
}
