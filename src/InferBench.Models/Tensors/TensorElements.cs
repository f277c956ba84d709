using System.Globalization;
using System.Runtime.InteropServices;
using InferBench.Models.Onnx;

namespace InferBench.Models.Tensors;

/// <summary>Elements of a tensor message: as raw bytes, or in the typed field that onnx.proto assigns to the type.</summary>
internal static class TensorElements
{
    /// <param name="elements">What the shape asks for; it is checked before anything of that size is made.</param>
    public static HostTensor Of(TensorProto tensor, OnnxElementType type, long[] dims, long elements, string path)
    {
        (string Field, int Count)[] typed =
        [
            ("float_data", tensor.FloatData.Count), ("int32_data", tensor.Int32Data.Count), ("string_data", tensor.StringData.Count),
            ("int64_data", tensor.Int64Data.Count), ("double_data", tensor.DoubleData.Count), ("uint64_data", tensor.Uint64Data.Count),
        ];
        var used = typed.Where(t => t.Count > 0).ToArray();
        var raw = tensor.RawData.Length > 0;
        if (used.Length + (raw ? 1 : 0) > 1)
        {
            throw ModelFormatException.In(path, $"holds elements twice: {string.Join(", ", used.Select(u => u.Field).Concat(raw ? ["raw_data"] : []))}");
        }

        return raw ? Raw(tensor, type, dims, elements, path) : Typed(tensor, type, dims, elements, used, path);
    }

    private static HostTensor Raw(TensorProto tensor, OnnxElementType type, long[] dims, long elements, string path)
    {
        if (type == OnnxElementType.String)
        {
            throw ModelFormatException.In(path, "holds strings as raw_data, which the format does not allow");
        }

        var bytes = tensor.RawData.Span;
        if (bytes.Length != elements * TensorShape.Size(type))
        {
            throw ModelFormatException.In(path, string.Create(
                CultureInfo.InvariantCulture,
                $"holds {bytes.Length} bytes, but {type.Name()}[{TensorShape.Text(dims)}] needs {elements * TensorShape.Size(type)}"));
        }

        return type == OnnxElementType.Bool && bytes.ContainsAnyExceptInRange((byte)0, (byte)1)
            ? throw ModelFormatException.In(path, "holds a bool that is neither 0 nor 1")
            : HostTensor.OfBytes(type, dims, bytes.ToArray());
    }

    private static HostTensor Typed(TensorProto tensor, OnnxElementType type, long[] dims, long elements, (string Field, int Count)[] used, string path)
    {
        var field = FieldOf(type);
        if (used is [var other] && other.Field != field)
        {
            throw ModelFormatException.In(path, $"holds {type.Name()} in {other.Field}; the format keeps it in {field} or raw_data");
        }

        var count = used is [var only] ? only.Count : 0;
        if (count != elements)
        {
            throw ModelFormatException.In(path, string.Create(
                CultureInfo.InvariantCulture, $"holds {count} elements, but {type.Name()}[{TensorShape.Text(dims)}] needs {elements}"));
        }

        try
        {
            return type switch
            {
                OnnxElementType.String => HostTensor.OfStrings(dims, [.. tensor.StringData.Select(s => s.ToStringUtf8())]),
                OnnxElementType.Float => Bytes<float>(type, dims, [.. tensor.FloatData]),
                OnnxElementType.Double => Bytes<double>(type, dims, [.. tensor.DoubleData]),
                OnnxElementType.Int64 => Bytes<long>(type, dims, [.. tensor.Int64Data]),
                OnnxElementType.UInt64 => Bytes<ulong>(type, dims, [.. tensor.Uint64Data]),
                OnnxElementType.UInt32 => Bytes<uint>(type, dims, [.. tensor.Uint64Data.Select(v => checked((uint)v))]),
                OnnxElementType.Float16 or OnnxElementType.BFloat16 => Bytes<ushort>(type, dims, [.. tensor.Int32Data.Select(v => checked((ushort)v))]),
                _ => HostTensor.OfNumbers(type, dims, [.. tensor.Int32Data.Select(v => (double)v)]),
            };
        }
        catch (OverflowException e)
        {
            throw ModelFormatException.In(path, $"holds a number that {type.Name()} cannot", e);
        }
    }

    private static HostTensor Bytes<T>(OnnxElementType type, long[] dims, ReadOnlySpan<T> values)
        where T : unmanaged => HostTensor.OfBytes(type, dims, MemoryMarshal.AsBytes(values).ToArray());

    private static string FieldOf(OnnxElementType type) => type switch
    {
        OnnxElementType.Float => "float_data",
        OnnxElementType.Double => "double_data",
        OnnxElementType.Int64 => "int64_data",
        OnnxElementType.UInt32 or OnnxElementType.UInt64 => "uint64_data",
        OnnxElementType.String => "string_data",
        _ => "int32_data",
    };
}
