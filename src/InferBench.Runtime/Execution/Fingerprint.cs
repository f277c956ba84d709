using System.Runtime.InteropServices;
using System.Text;
using InferBench.Core.Statistics;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>
/// A hash over eight bytes at a time: outputs have megabytes, and are compared after every operation. Each word goes through the mixer of
/// <see cref="SplitMix64"/>, so that no change of one word is undone by a like change of the next.
/// </summary>
internal static class Fingerprint
{
    public const ulong Start = 0xCBF29CE484222325;

    public static ulong Add(ulong hash, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            hash = SplitMix64.Mix(hash ^ word);
        }

        foreach (var last in bytes[(words.Length * sizeof(ulong))..])
        {
            hash = SplitMix64.Mix(hash ^ last);
        }

        return SplitMix64.Mix(hash ^ (ulong)bytes.Length);
    }

    public static ulong Add(ulong hash, HostValue value) => value switch
    {
        HostTensor { Strings: { } strings } => strings.Aggregate(hash, (sum, text) => Add(sum, Encoding.UTF8.GetBytes(text))),
        HostTensor tensor => Add(hash, tensor.Bytes),
        HostSequence sequence => sequence.Items.Aggregate(hash, Add),
        HostMap map => Add(Add(hash, map.Keys), map.Values),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a kind of value."),
    };
}
