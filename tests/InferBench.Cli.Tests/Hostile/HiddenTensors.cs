using Google.Protobuf;
using InferBench.Models.Onnx;

namespace InferBench.Cli.Tests.Hostile;

/// <summary>Tensors with external data in parts of the format that our own writer never uses, but ONNX Runtime reads.</summary>
internal static class HiddenTensors
{

    public static IEnumerable<(string Name, Action<MutationSite> Apply)> Of(string location)
    {
        var tensor = new TensorProto { Name = "hidden", DataType = 1, DataLocation = 1 };
        tensor.Dims.Add(16);
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        var indices = new TensorProto { Name = "hidden_indices", DataType = 7 };
        indices.Dims.Add(16);
        indices.Int64Data.Add(Enumerable.Range(0, 16).Select(i => (long)i));
        var sparse = new SparseTensorProto { Values = tensor, Indices = indices };
        sparse.Dims.Add(16);

        yield return ("of a sparse initializer", site => site.Edit(model => model.Graph.SparseInitializer.Add(sparse)));
        yield return ("of a constant", site => site.Edit(model => AddConstant(model, new AttributeProto { Name = "value", T = tensor, Type = AttributeProto.Types.Kind.Tensor })));
        yield return ("of a sparse constant", site => site.Edit(model =>
            AddConstant(model, new AttributeProto { Name = "sparse_value", SparseTensor = sparse, Type = AttributeProto.Types.Kind.SparseTensor })));
        yield return ("of an attribute's list", site => site.Edit(model =>
        {
            var attribute = new AttributeProto { Name = "values", Type = AttributeProto.Types.Kind.Tensors };
            attribute.Tensors.Add(tensor);
            model.Graph.Node[0].Attribute.Add(attribute);
        }));
        yield return ("of a function's constant", site => site.Edit(model => model.Functions.Add(Function(new AttributeProto { Name = "value", T = tensor, Type = AttributeProto.Types.Kind.Tensor }))));
        yield return ("of a function's default", site => site.Edit(model =>
        {
            var function = new FunctionProto { Name = "F", Domain = "local" };
            function.AttributeProto.Add(new AttributeProto { Name = "value", T = tensor, Type = AttributeProto.Types.Kind.Tensor });
            model.Functions.Add(function);
        }));
        // What a protobuf library merges or cuts to 32 bits, and a reader of its own may see otherwise.
        var place = new TensorProto();
        place.ExternalData.Add(tensor.ExternalData[0].Clone());
        var good = tensor.Clone();
        good.ExternalData[0].Value = MutationSite.DataName;
        yield return ("of a tensor in two parts", site => AppendConstant(site, [.. Field(5, good.ToByteArray()), .. Field(5, place.ToByteArray())]));
        var unplaced = tensor.Clone();
        unplaced.ClearDataLocation();
        yield return ("behind a flag of 33 bits", site => AppendConstant(site, Field(5, [.. unplaced.ToByteArray(), .. Varint(14 << 3), .. Varint((1L << 32) | 1)])));
        good.ExternalData.Clear();
        yield return ("behind a tag of 34 bits", site => AppendConstant(
            site, Field(5, [.. good.ToByteArray(), .. Varint((1L << 33) | (13 << 3) | 2), .. Varint(place.ExternalData[0].CalculateSize()), .. place.ExternalData[0].ToByteArray()])));
        yield return ("of a subgraph", site => site.Edit(model =>
        {
            var graph = new GraphProto { Name = "inner" };
            graph.Initializer.Add(tensor);
            var node = new NodeProto { OpType = "If", Name = "hidden_if" };
            node.Attribute.Add(new AttributeProto { Name = "then_branch", G = graph, Type = AttributeProto.Types.Kind.Graph });
            model.Graph.Node.Add(node);
        }));
    }

    private static byte[] Field(int number, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(content));
        }

        return stream.ToArray();
    }

    private static void AddConstant(ModelProto model, AttributeProto attribute)
    {
        var node = new NodeProto { OpType = "Constant", Name = "hidden_constant" };
        node.Output.Add("hidden_value");
        node.Attribute.Add(attribute);
        model.Graph.Node.Insert(0, node);

        // Something must need it, or it is dropped before it is read.
        model.Graph.Output.Add(new ValueInfoProto { Name = "hidden_value", Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = 1 } } });
    }

    /// <summary>Adds a constant that is written by hand, as an object would hold only what is left of it.</summary>
    private static void AppendConstant(MutationSite site, byte[] tensors)
    {
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(site.Model));
        AddConstant(model, new AttributeProto());
        var graph = model.Graph;
        var node = graph.Node[0];
        graph.Node.RemoveAt(0);
        model.Graph = null;
        node.Attribute.Clear();
        var attribute = new AttributeProto { Name = "value", Type = AttributeProto.Types.Kind.Tensor };
        byte[] nodeBytes = [.. node.ToByteArray(), .. Field(5, [.. attribute.ToByteArray(), .. tensors])];
        File.WriteAllBytes(site.Model, [.. model.ToByteArray(), .. Field(7, [.. graph.ToByteArray(), .. Field(1, nodeBytes)])]);
    }

    private static byte[] Varint(long value)
    {
        List<byte> bytes = [];
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        return [.. bytes, (byte)value];
    }

    private static FunctionProto Function(AttributeProto attribute)
    {
        var node = new NodeProto { OpType = "Constant" };
        node.Output.Add("y");
        node.Attribute.Add(attribute);
        var function = new FunctionProto { Name = "F", Domain = "local" };
        function.Node.Add(node);
        return function;
    }
}
