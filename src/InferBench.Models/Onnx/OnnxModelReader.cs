using System.Globalization;
using Google.Protobuf;

namespace InferBench.Models.Onnx;

/// <summary>
/// Reads the outline of an ONNX file and leaves the weights where they are: memory depends on the number of nodes, never on the size of the weights.
/// The file is taken for hostile: lengths are checked before anything is allocated, and external data may not lead out of the model's folder.
/// </summary>
public static class OnnxModelReader
{
    internal const int LongestName = 1 << 16;
    private const int LongestMetadata = 64 << 20;
    private const int LongestValueInfo = 1 << 20;

    /// <summary>Reads the model at <paramref name="path"/>.</summary>
    /// <exception cref="ModelFormatException">The file is no ONNX model, is damaged, or its external data is missing, too short or out of bounds.</exception>
    /// <exception cref="ModelNotFoundException">There is no file at that path.</exception>
    public static OnnxModel Read(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new ModelNotFoundException($"{path}: there is no such file");
        }

        using var stream = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        NotAModel.Check(stream);
        return ReadModel(new WireReader(stream), full);
    }

    internal static OnnxValue ReadValue(WireReader reader, WireType type, long end)
    {
        var bytes = reader.ReadBytes(type, end, LongestValueInfo, "the description of an input or output");
        return OnnxValues.From(Parse(reader, ValueInfoProto.Parser, bytes));
    }

    private static OnnxModel ReadModel(WireReader reader, string path)
    {
        var budget = new ReadBudget(reader);
        var graphs = new GraphReader(reader, budget, new TensorReader(reader, budget, new ExternalData(path), path));
        long irVersion = 0;
        var (producer, version) = ("", "");
        List<OnnxOpset> opsets = [];
        Dictionary<string, string> metadata = [];
        List<OnnxFunction> functions = [];
        OnnxGraph? graph = null;
        var end = reader.Length;
        while (reader.TryReadTag(end, out var field, out var type))
        {
            switch (field)
            {
                case ModelProto.IrVersionFieldNumber:
                    irVersion = reader.ReadInt64(type, end);
                    break;
                case ModelProto.ProducerNameFieldNumber:
                    producer = reader.ReadText(type, end, LongestName, "the producer's name");
                    break;
                case ModelProto.ProducerVersionFieldNumber:
                    version = reader.ReadText(type, end, LongestName, "the producer's version");
                    break;
                case ModelProto.OpsetImportFieldNumber:
                    budget.Count();
                    var opset = Parse(reader, OperatorSetIdProto.Parser, reader.ReadBytes(type, end, LongestName, "an operator set"));
                    opsets.Add(new OnnxOpset(opset.Domain, opset.Version));
                    break;
                case ModelProto.MetadataPropsFieldNumber:
                    budget.Count();
                    var entry = Parse(reader, StringStringEntryProto.Parser, reader.ReadBytes(type, end, LongestMetadata, "a metadata entry"));
                    metadata[entry.Key] = entry.Value;
                    break;
                case ModelProto.GraphFieldNumber when graph is null:
                    graph = graphs.ReadGraph(reader.ReadEnd(type, end));
                    break;
                case ModelProto.GraphFieldNumber:
                    throw reader.Corrupt("holds two main graphs");
                case ModelProto.FunctionsFieldNumber:
                    functions.Add(graphs.ReadFunction(reader.ReadEnd(type, end)));
                    break;
                default:
                    reader.Skip(type, end);
                    break;
            }
        }

        return new OnnxModel(
            path, reader.Length, irVersion, producer, version, opsets, metadata, graph ?? throw reader.Corrupt("holds no graph, so it is no ONNX model"), functions);
    }

    private static T Parse<T>(WireReader reader, MessageParser<T> parser, byte[] bytes)
        where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw reader.Corrupt(string.Create(CultureInfo.InvariantCulture, $"is damaged near byte {reader.Position}: {e.Message}"));
        }
    }
}
