using System.Globalization;

namespace InferBench.Models.Onnx;

/// <summary>Reads tensors' headers and notes where their bytes are.</summary>
internal sealed class TensorReader(WireReader reader, ReadBudget budget, ExternalData external, string path)
{
    private const int HighestRank = 64;
    private const int LongestEntry = 1 << 16;
    private const int MostEntries = 16;

    public OnnxTensor Read(long end)
    {
        budget.CountObject();
        var name = "";
        var elementType = OnnxElementType.Undefined;
        List<long> dims = [];
        Dictionary<string, string> location = [];
        var isExternal = false;
        TensorData? raw = null;
        long typedBytes = 0;
        while (reader.TryReadTag(end, out var field, out var type))
        {
            switch (field)
            {
                case TensorProto.DimsFieldNumber:
                    reader.ReadInt64s(type, end, dim => AddDim(dims, dim));
                    break;
                case TensorProto.DataTypeFieldNumber:
                    elementType = (OnnxElementType)(int)reader.ReadInt64(type, end);
                    break;
                case TensorProto.NameFieldNumber:
                    name = reader.ReadText(type, end, OnnxModelReader.LongestName, "a name");
                    break;
                case TensorProto.RawDataFieldNumber:
                    var stop = reader.ReadEnd(type, end);
                    raw = new TensorData(path, reader.Position, stop - reader.Position, null);
                    reader.SkipTo(stop);
                    break;
                case TensorProto.ExternalDataFieldNumber:
                    AddLocation(location, reader.ReadBytes(type, end, LongestEntry, "the place of external data"));
                    break;
                case TensorProto.DataLocationFieldNumber:
                    // 32 bits count, as for a protobuf library: what lies above them must not hide the flag from us and not from ONNX Runtime.
                    isExternal = (int)reader.ReadInt64(type, end) == 1;
                    break;
                default:
                    var start = reader.Position;
                    reader.Skip(type, end);
                    typedBytes += reader.Position - start;
                    break;
            }
        }

        var label = name.Length > 0 ? $"tensor \"{name}\"" : "a tensor";
        var elements = Elements(dims, label);
        var bytes = ByteLength(elements, elementType, raw?.Length ?? typedBytes, label);
        var data = isExternal ? external.Locate(location, bytes, label, reader) : raw;
        if (data is not null && data.Length != bytes)
        {
            throw reader.Corrupt(string.Create(
                CultureInfo.InvariantCulture,
                $"{label} holds {data.Length} bytes, but {elementType.ShortName()}[{string.Join(", ", dims)}] needs {bytes}"));
        }

        return new OnnxTensor(name, elementType, dims, elements, bytes, data);
    }

    private void AddDim(List<long> dims, long dim)
    {
        if (dims.Count == HighestRank)
        {
            throw reader.Corrupt(string.Create(CultureInfo.InvariantCulture, $"a tensor has more than {HighestRank} dimensions"));
        }

        dims.Add(dim);
    }

    private void AddLocation(Dictionary<string, string> location, byte[] bytes)
    {
        try
        {
            var entry = StringStringEntryProto.Parser.ParseFrom(bytes);

            // The last one of a key counts. One that is not looked at could be the one that ONNX Runtime takes.
            location[entry.Key] = location.Count < MostEntries || location.ContainsKey(entry.Key)
                ? entry.Value
                : throw reader.Corrupt(string.Create(CultureInfo.InvariantCulture, $"the place of external data has more than {MostEntries} entries"));
        }
        catch (Google.Protobuf.InvalidProtocolBufferException e)
        {
            throw reader.Corrupt($"the place of external data is damaged: {e.Message}");
        }
    }

    private long Elements(List<long> dims, string label)
    {
        Int128 product = 1;
        foreach (var dim in dims)
        {
            product = dim < 0 ? -1 : product * dim;
            if (product < 0 || product > long.MaxValue / 16)
            {
                throw reader.Corrupt($"{label} has the impossible shape [{string.Join(", ", dims)}]");
            }
        }

        return (long)product;
    }

    private long ByteLength(long elements, OnnxElementType type, long stored, string label) => (type, type.BitsPerElement()) switch
    {
        (OnnxElementType.Undefined, _) => throw reader.Corrupt($"{label} has no element type"),
        (_, { } bits) => (long)((((Int128)elements * bits) + 7) / 8),
        _ => stored,
    };
}
