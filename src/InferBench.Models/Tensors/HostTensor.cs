using System.Runtime.InteropServices;
using InferBench.Models.Onnx;

namespace InferBench.Models.Tensors;

/// <summary>A tensor on the host, row-major: little-endian bytes, or strings.</summary>
public sealed class HostTensor : HostValue
{
    private readonly byte[] _bytes;

    private HostTensor(OnnxElementType type, IReadOnlyList<long> dims, long elements, byte[] bytes, string[]? strings)
    {
        (ElementType, Dims, ElementCount, _bytes, Strings) = (type, dims, elements, bytes, strings);
    }

    public OnnxElementType ElementType { get; }

    /// <summary>Shape; empty for a scalar.</summary>
    public IReadOnlyList<long> Dims { get; }

    public long ElementCount { get; }

    /// <summary>The elements; empty for strings.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The strings; null for every other type.</summary>
    public IReadOnlyList<string>? Strings { get; }

    /// <summary>A tensor over these bytes, which are not copied.</summary>
    /// <exception cref="ArgumentException">The bytes are not what type and shape need.</exception>
    public static HostTensor OfBytes(OnnxElementType type, IReadOnlyList<long> dims, byte[] bytes)
    {
        var elements = type.IsOnHost() && type != OnnxElementType.String ? TensorShape.Elements(type, dims) : null;
        return elements is { } count && count * TensorShape.Size(type) == bytes.Length
            ? new HostTensor(type, dims, count, bytes, null)
            : throw new ArgumentException($"{type.Name()}[{TensorShape.Text(dims)}] does not have {bytes.Length} bytes.", nameof(bytes));
    }

    /// <exception cref="ArgumentException">There are more or fewer strings than the shape says.</exception>
    public static HostTensor OfStrings(IReadOnlyList<long> dims, string[] strings) =>
        TensorShape.Elements(OnnxElementType.String, dims) == strings.Length
            ? new HostTensor(OnnxElementType.String, dims, strings.Length, [], strings)
            : throw new ArgumentException($"string[{TensorShape.Text(dims)}] does not have {strings.Length} elements.", nameof(strings));

    /// <summary>A tensor of these values, converted to <paramref name="type"/>; numbers only, and bools as 0 and 1.</summary>
    /// <exception cref="OverflowException">The type cannot hold a value.</exception>
    /// <exception cref="ArgumentException">There are more or fewer values than the shape says.</exception>
    public static HostTensor OfNumbers(OnnxElementType type, IReadOnlyList<long> dims, ReadOnlySpan<double> values)
    {
        var bytes = new byte[checked(values.Length * TensorShape.Size(type))];
        ElementCodec.Write(type, values, bytes);
        return OfBytes(type, dims, bytes);
    }

    public static HostTensor OfInt64(IReadOnlyList<long> dims, ReadOnlySpan<long> values) =>
        OfBytes(OnnxElementType.Int64, dims, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>Reads elements from <paramref name="first"/> on as doubles; an integer beyond 2^53 loses its last digits.</summary>
    public void CopyNumbers(long first, Span<double> numbers)
    {
        var size = TensorShape.Size(ElementType);
        ElementCodec.Read(ElementType, _bytes.AsSpan(checked((int)(first * size)), numbers.Length * size), numbers);
    }

    /// <summary>One element as a double.</summary>
    public double NumberAt(long index)
    {
        var number = 0.0;
        CopyNumbers(index, new Span<double>(ref number));
        return number;
    }

    /// <summary>The same elements in their order, in another shape of as many.</summary>
    public HostTensor Reshape(IReadOnlyList<long> dims) => Strings is string[] strings ? OfStrings(dims, strings) : OfBytes(ElementType, dims, _bytes);

    public override string ToString() => $"{ElementType.Name()}[{TensorShape.Text(Dims)}]";
}
