using System.Runtime.InteropServices;
using Google.Protobuf;
using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>Small tensors that sit in the message itself, in raw bytes or in typed fields.</summary>
internal static class InlineTensor
{
    public static TensorProto Create(string name, OnnxElementType type, long[] dims, ReadOnlySpan<byte> bytes)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
        tensor.Dims.Add(dims);
        return tensor;
    }

    /// <summary>The elements as raw little-endian bytes.</summary>
    /// <exception cref="ModelFormatException">There are more or fewer elements than the shape asks for.</exception>
    public static byte[] Bytes(TensorProto tensor)
    {
        var bytes = tensor.HasRawData ? tensor.RawData.ToByteArray() : (OnnxElementType)tensor.DataType switch
        {
            OnnxElementType.Float or OnnxElementType.Complex64 => MemoryMarshal.AsBytes<float>(tensor.FloatData.ToArray()).ToArray(),
            OnnxElementType.Double or OnnxElementType.Complex128 => MemoryMarshal.AsBytes<double>(tensor.DoubleData.ToArray()).ToArray(),
            OnnxElementType.Int64 => MemoryMarshal.AsBytes<long>(tensor.Int64Data.ToArray()).ToArray(),
            OnnxElementType.UInt32 => MemoryMarshal.AsBytes<uint>(tensor.Uint64Data.Select(v => (uint)v).ToArray()).ToArray(),
            OnnxElementType.UInt64 => MemoryMarshal.AsBytes<ulong>(tensor.Uint64Data.ToArray()).ToArray(),
            OnnxElementType.Int32 => MemoryMarshal.AsBytes<int>(tensor.Int32Data.ToArray()).ToArray(),
            OnnxElementType.Float16 or OnnxElementType.BFloat16 or OnnxElementType.Int16 or OnnxElementType.UInt16 =>
                MemoryMarshal.AsBytes<ushort>(tensor.Int32Data.Select(v => (ushort)v).ToArray()).ToArray(),
            _ => tensor.Int32Data.Select(v => (byte)v).ToArray(),
        };
        return bytes.Length == SourceTensors.Bytes(tensor)
            ? bytes
            : throw new ModelFormatException($"tensor \"{tensor.Name}\": holds {bytes.Length} bytes where its shape needs {SourceTensors.Bytes(tensor)}");
    }

    /// <summary>A list of integers such as a shape; null when the tensor is none, or lies elsewhere.</summary>
    public static long[]? Integers(TensorProto tensor) =>
        tensor.DataLocation == 1 ? null : (OnnxElementType)tensor.DataType switch
        {
            OnnxElementType.Int64 => MemoryMarshal.Cast<byte, long>(Bytes(tensor)).ToArray(),
            _ => null,
        };
}
