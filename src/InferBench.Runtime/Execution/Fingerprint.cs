using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>FNV-1a over eight bytes at a time, turned so that high bits reach low ones: outputs have megabytes, and are compared after every operation.</summary>
internal static class Fingerprint
{
    public const ulong Start = 0xCBF29CE484222325;

    private const ulong Prime = 0x100000001B3;

    public static ulong Add(ulong hash, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            hash = Mix(hash, word);
        }

        foreach (var last in bytes[(words.Length * sizeof(ulong))..])
        {
            hash = Mix(hash, last);
        }

        return Mix(hash, (ulong)bytes.Length);
    }

    public static ulong Add(ulong hash, HostValue value) => value switch
    {
        HostTensor { Strings: { } strings } => strings.Aggregate(hash, (sum, text) => Add(sum, Encoding.UTF8.GetBytes(text))),
        HostTensor tensor => Add(hash, tensor.Bytes),
        HostSequence sequence => sequence.Items.Aggregate(hash, Add),
        HostMap map => Add(Add(hash, map.Keys), map.Values),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a kind of value."),
    };

    private static ulong Mix(ulong hash, ulong word) => BitOperations.RotateLeft(unchecked((hash ^ word) * Prime), 27);
}
