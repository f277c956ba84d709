using System.Buffers.Binary;
using System.Globalization;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>Single elements of tensors on the host.</summary>
internal static class HostElements
{
    /// <summary>An element for a person: a string in quotes, a number with all its digits.</summary>
    public static string Text(HostTensor tensor, long index) => tensor switch
    {
        { Strings: { } strings } => $"\"{strings[(int)index]}\"",
        { ElementType: OnnxElementType.Int64 } => BinaryPrimitives.ReadInt64LittleEndian(Element(tensor, index)).ToString(CultureInfo.InvariantCulture),
        { ElementType: OnnxElementType.UInt64 } => BinaryPrimitives.ReadUInt64LittleEndian(Element(tensor, index)).ToString(CultureInfo.InvariantCulture),
        _ => tensor.NumberAt(index).ToString("R", CultureInfo.InvariantCulture),
    };

    public static bool Same(HostTensor a, long i, HostTensor b, long j) =>
        a.Strings is { } strings ? strings[(int)i] == b.Strings![(int)j] : Element(a, i).SequenceEqual(Element(b, j));

    /// <summary>A vector of the elements at these places.</summary>
    public static HostTensor Pick(HostTensor tensor, IReadOnlyList<int> places)
    {
        if (tensor.Strings is { } strings)
        {
            return HostTensor.OfStrings([places.Count], [.. places.Select(place => strings[place])]);
        }

        var bytes = new List<byte>();
        foreach (var place in places)
        {
            bytes.AddRange(Element(tensor, place));
        }

        return HostTensor.OfBytes(tensor.ElementType, [places.Count], [.. bytes]);
    }

    private static ReadOnlySpan<byte> Element(HostTensor tensor, long index)
    {
        var size = (int)(tensor.Bytes.Length / tensor.ElementCount);
        return tensor.Bytes.Slice(checked((int)(index * size)), size);
    }
}
