using System.Globalization;
using Google.Protobuf;
using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>
/// Reads a whole model but for the bytes of its large tensors: those are skipped, and the tensor becomes an external one whose location
/// is <see cref="InsideModel"/>. Everything else comes through unchanged, fields that this project has no name for included.
/// </summary>
/// <remarks>The reader of outlines has been over the file before, so its structure is sound.</remarks>
internal sealed class SkeletonReader(WireReader reader)
{
    /// <summary>Marks bytes that lie in the model file itself; no path can hold this.</summary>
    public const string InsideModel = "\0inside";

    private const int LargestInline = 1_024;
    private const long MostInline = 64 << 20;
    private long _inline;

    private enum Message
    {
        Other,
        Model,
        Graph,
        Node,
        Attribute,
        Tensor,
    }

    public static ModelProto Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var reader = new WireReader(stream);
        using var skeleton = new MemoryStream();
        new SkeletonReader(reader).Copy(Message.Model, reader.Length, skeleton);
        try
        {
            return ModelProto.Parser.ParseFrom(skeleton.GetBuffer(), 0, (int)skeleton.Length);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw reader.Corrupt($"is damaged: {e.Message}");
        }
    }

    // Functions are no place for weights: their tensors stay inside.
    private static Message Nested(Message parent, int field) => (parent, field) switch
    {
        (Message.Model, ModelProto.GraphFieldNumber) => Message.Graph,
        (Message.Graph, GraphProto.NodeFieldNumber) => Message.Node,
        (Message.Graph, GraphProto.InitializerFieldNumber) => Message.Tensor,
        (Message.Node, NodeProto.AttributeFieldNumber) => Message.Attribute,
        (Message.Attribute, AttributeProto.TFieldNumber) => Message.Tensor,
        (Message.Attribute, AttributeProto.GFieldNumber or AttributeProto.GraphsFieldNumber) => Message.Graph,
        _ => Message.Other,
    };

    private void Copy(Message message, long end, MemoryStream target)
    {
        (long Offset, long Length)? left = null;
        while (reader.TryReadTag(end, out var field, out var type))
        {
            if (type != WireType.Length)
            {
                WriteVarint(target, ((ulong)field << 3) | (ulong)type);
                CopyNumber(type, end, target);
                continue;
            }

            var stop = reader.ReadEnd(type, end);
            if (message == Message.Tensor && IsRaw(field) && stop - reader.Position > LargestInline)
            {
                left = left is null
                    ? (reader.Position, stop - reader.Position)
                    : throw reader.Corrupt("stores a tensor in several pieces; this is not supported");
                reader.SkipTo(stop);
                continue;
            }

            WriteVarint(target, ((ulong)field << 3) | (ulong)type);
            if (Nested(message, field) is var nested and not Message.Other)
            {
                using var inner = new MemoryStream();
                Copy(nested, stop, inner);
                WriteVarint(target, (ulong)inner.Length);
                inner.WriteTo(target);
            }
            else
            {
                WriteVarint(target, (ulong)(stop - reader.Position));
                CopyBytes(stop, target);
            }
        }

        if (left is { } data)
        {
            WritePlace(data.Offset, data.Length, target);
        }
    }

    // Packed floats and doubles are laid out as raw data is.
    private static bool IsRaw(int field) =>
        field is TensorProto.RawDataFieldNumber or TensorProto.FloatDataFieldNumber or TensorProto.DoubleDataFieldNumber;

    private void CopyNumber(WireType type, long end, MemoryStream target)
    {
        if (type == WireType.Varint)
        {
            WriteVarint(target, (ulong)reader.ReadInt64(type, end));
        }
        else
        {
            CopyBytes(reader.Position + (type == WireType.Fixed32 ? sizeof(uint) : sizeof(ulong)), target);
        }
    }

    private void CopyBytes(long stop, MemoryStream target)
    {
        _inline += stop - reader.Position;
        if (_inline > MostInline)
        {
            throw reader.Corrupt(string.Create(
                CultureInfo.InvariantCulture,
                $"keeps more than {MostInline >> 20} MB outside of raw or external data; save it with external data first"));
        }

        target.Write(reader.ReadRest(stop));
    }

    private static void WritePlace(long offset, long length, MemoryStream target)
    {
        var place = new TensorProto { DataLocation = 1 };
        place.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = InsideModel });
        place.ExternalData.Add(new StringStringEntryProto { Key = "offset", Value = offset.ToString(CultureInfo.InvariantCulture) });
        place.ExternalData.Add(new StringStringEntryProto { Key = "length", Value = length.ToString(CultureInfo.InvariantCulture) });
        place.WriteTo(target);
    }

    private static void WriteVarint(MemoryStream target, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            target.WriteByte((byte)(value | 0x80));
        }

        target.WriteByte((byte)value);
    }
}
