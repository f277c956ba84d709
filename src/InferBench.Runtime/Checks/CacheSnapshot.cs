using InferBench.Runtime.Buffers;
using InferBench.Runtime.Decoding;

namespace InferBench.Runtime.Checks;

/// <summary>A copy of a shared cache buffer, compared position by position with what a step made of it.</summary>
internal sealed class CacheSnapshot
{
    private readonly byte[] _bytes;
    private readonly int _length;
    private readonly int _slotBytes;

    public CacheSnapshot(byte[] bytes, int length, int slotBytes) => (_bytes, _length, _slotBytes) = (bytes, length, slotBytes);

    public static CacheSnapshot Of(DecoderWorkload workload, DecoderLayout layout, int tensor, int step)
    {
        var shape = layout.Cache[tensor];
        var slotBytes = (int)ElementSize.Bytes(layout.CacheType, shape.HeadSize);
        var bytes = new byte[workload.Batch * shape.Heads * workload.Shape.Length * slotBytes];
        workload.Bindings.Read(workload.Bindings.Cache.Address(tensor, step), bytes);
        return new CacheSnapshot(bytes, workload.Shape.Length, slotBytes);
    }

    /// <param name="before">The same buffer before the step.</param>
    /// <param name="output">Its name.</param>
    /// <param name="step">Step.</param>
    /// <param name="from">First position that the step was fed.</param>
    /// <param name="to">The one after the last.</param>
    public ObservedSlots Since(CacheSnapshot before, string output, int step, int from, int to)
    {
        var (wrote, keptEarlier, keptLater) = (true, true, true);
        for (var offset = 0; offset < _bytes.Length; offset += _slotBytes)
        {
            var position = offset / _slotBytes % _length;
            var slot = _bytes.AsSpan(offset, _slotBytes);
            if (position < from)
            {
                keptEarlier &= slot.SequenceEqual(before._bytes.AsSpan(offset, _slotBytes));
            }
            else if (position < to)
            {
                wrote &= slot.ContainsAnyExcept((byte)0);
            }
            else
            {
                keptLater &= !slot.ContainsAnyExcept((byte)0);
            }
        }

        return new ObservedSlots(output, step, wrote, keptEarlier, keptLater);
    }
}
