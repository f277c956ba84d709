using System.Globalization;
using Google.Protobuf;
using InferBench.Models.Onnx;

namespace InferBench.Models.Tensors;

/// <summary>Reads a tensor in a file of its own, such as <c>test_data_set_0/input_0.pb</c>. The file is taken for hostile.</summary>
public static class TensorFileReader
{
    // Packed small numbers take eight times as much once read, so the file must be well below what a machine has.
    private const long LongestFile = 256L << 20;

    // Field 3 is a TensorProto's "segment", which no tool writes, and the elements of the protos of sequences, maps and optionals.
    private const int SegmentOrElements = 3;

    /// <exception cref="ModelFormatException">The file is no TensorProto, is damaged, or its sizes or types do not fit.</exception>
    /// <exception cref="ModelNotFoundException">There is no file at that path.</exception>
    public static NamedTensor Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ModelNotFoundException($"{path}: there is no such file");
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (stream.Length > LongestFile)
        {
            throw ModelFormatException.In(path, string.Create(
                CultureInfo.InvariantCulture, $"has {stream.Length} bytes; a tensor file has at most {LongestFile}"));
        }

        CheckFields(new WireReader(stream));
        stream.Position = 0;
        return Decode(Parse(path, stream), path);
    }

    private static void CheckFields(WireReader reader)
    {
        while (reader.TryReadTag(reader.Length, out var field, out var type))
        {
            if (field == SegmentOrElements)
            {
                throw reader.Corrupt("is not a plain TensorProto (a SequenceProto, MapProto, OptionalProto or segmented tensor is not supported)");
            }

            reader.Skip(type, reader.Length);
        }
    }

    private static TensorProto Parse(string path, FileStream stream)
    {
        try
        {
            return TensorProto.Parser.ParseFrom(stream);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw ModelFormatException.In(path, $"is not a TensorProto, or is damaged: {e.Message}", e);
        }
    }

    private static NamedTensor Decode(TensorProto tensor, string path)
    {
        var type = (OnnxElementType)tensor.DataType;
        var dims = tensor.Dims.ToArray();
        if (!type.IsOnHost())
        {
            throw ModelFormatException.In(path, type == OnnxElementType.Undefined
                ? "has no element type, so it is no tensor"
                : $"holds elements of type {type.Name()}, which cannot be fed or compared");
        }

        if (tensor.DataLocation != 0 || tensor.ExternalData.Count > 0)
        {
            throw ModelFormatException.In(path, "keeps its elements in another file; this is refused in a tensor file");
        }

        var elements = TensorShape.Elements(type, dims)
            ?? throw ModelFormatException.In(path, $"has the impossible shape {TensorShape.Text(dims)}, or one of more than {TensorShape.MostBytes >> 30} GiB");
        return new NamedTensor(tensor.Name, TensorElements.Of(tensor, type, dims, elements, path));
    }
}
