using System.Numerics;
using System.Runtime.InteropServices;
using InferBench.Models.Onnx;

namespace InferBench.Models.Tensors;

/// <summary>Elements as doubles and back. Every type but 64-bit integers fits a double exactly.</summary>
internal static class ElementCodec
{
    public static void Read(OnnxElementType type, ReadOnlySpan<byte> bytes, Span<double> numbers)
    {
        switch (type)
        {
            case OnnxElementType.Float: Read<float>(bytes, numbers); break;
            case OnnxElementType.Double: Read<double>(bytes, numbers); break;
            case OnnxElementType.Float16: Read<Half>(bytes, numbers); break;
            case OnnxElementType.BFloat16: ReadBFloat16(bytes, numbers); break;
            case OnnxElementType.Int8: Read<sbyte>(bytes, numbers); break;
            case OnnxElementType.UInt8 or OnnxElementType.Bool: Read<byte>(bytes, numbers); break;
            case OnnxElementType.Int16: Read<short>(bytes, numbers); break;
            case OnnxElementType.UInt16: Read<ushort>(bytes, numbers); break;
            case OnnxElementType.Int32: Read<int>(bytes, numbers); break;
            case OnnxElementType.UInt32: Read<uint>(bytes, numbers); break;
            case OnnxElementType.Int64: Read<long>(bytes, numbers); break;
            case OnnxElementType.UInt64: Read<ulong>(bytes, numbers); break;
            default: throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of numbers.");
        }
    }

    /// <exception cref="OverflowException">The type cannot hold a number.</exception>
    public static void Write(OnnxElementType type, ReadOnlySpan<double> numbers, Span<byte> bytes)
    {
        switch (type)
        {
            case OnnxElementType.Float: Write<float>(numbers, bytes); break;
            case OnnxElementType.Double: Write<double>(numbers, bytes); break;
            case OnnxElementType.Float16: Write<Half>(numbers, bytes); break;
            case OnnxElementType.BFloat16: WriteBFloat16(numbers, bytes); break;
            case OnnxElementType.Int8: Write<sbyte>(numbers, bytes); break;
            case OnnxElementType.UInt8: Write<byte>(numbers, bytes); break;
            case OnnxElementType.Bool: WriteBool(numbers, bytes); break;
            case OnnxElementType.Int16: Write<short>(numbers, bytes); break;
            case OnnxElementType.UInt16: Write<ushort>(numbers, bytes); break;
            case OnnxElementType.Int32: Write<int>(numbers, bytes); break;
            case OnnxElementType.UInt32: Write<uint>(numbers, bytes); break;
            case OnnxElementType.Int64: Write<long>(numbers, bytes); break;
            case OnnxElementType.UInt64: Write<ulong>(numbers, bytes); break;
            default: throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of numbers.");
        }
    }

    private static void Read<T>(ReadOnlySpan<byte> bytes, Span<double> numbers)
        where T : unmanaged, INumberBase<T>
    {
        var elements = MemoryMarshal.Cast<byte, T>(bytes);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = double.CreateChecked(elements[i]);
        }
    }

    private static void Write<T>(ReadOnlySpan<double> numbers, Span<byte> bytes)
        where T : unmanaged, INumberBase<T>
    {
        var elements = MemoryMarshal.Cast<byte, T>(bytes);
        for (var i = 0; i < numbers.Length; i++)
        {
            elements[i] = T.CreateChecked(numbers[i]);
        }
    }

    private static void WriteBool(ReadOnlySpan<double> numbers, Span<byte> bytes)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            bytes[i] = numbers[i] is 0 or 1 ? (byte)numbers[i] : throw new OverflowException("A bool is 0 or 1.");
        }
    }

    private static void ReadBFloat16(ReadOnlySpan<byte> bytes, Span<double> numbers)
    {
        var elements = MemoryMarshal.Cast<byte, ushort>(bytes);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BFloat16Codec.Widen(elements[i]);
        }
    }

    private static void WriteBFloat16(ReadOnlySpan<double> numbers, Span<byte> bytes)
    {
        var elements = MemoryMarshal.Cast<byte, ushort>(bytes);
        for (var i = 0; i < numbers.Length; i++)
        {
            elements[i] = BFloat16Codec.Narrow((float)numbers[i]);
        }
    }
}
