using System.Text;

namespace InferBench.Models.Onnx;

/// <summary>Reads graphs, functions, nodes and attributes, and the graphs inside attributes.</summary>
internal sealed class GraphReader(WireReader reader, ReadBudget budget, TensorReader tensors)
{
    private const int LongestText = 1 << 20;
    private const int MostInts = 1 << 12;

    public OnnxGraph ReadGraph(long end)
    {
        budget.Enter();
        var name = "";
        List<OnnxValue> inputs = [], outputs = [];
        List<OnnxNode> nodes = [];
        List<OnnxTensor> initializers = [];
        while (reader.TryReadTag(end, out var field, out var type))
        {
            switch (field)
            {
                case GraphProto.NodeFieldNumber:
                    nodes.Add(ReadNode(reader.ReadEnd(type, end)));
                    break;
                case GraphProto.NameFieldNumber:
                    name = Name(type, end);
                    break;
                case GraphProto.InitializerFieldNumber:
                    initializers.Add(tensors.Read(reader.ReadEnd(type, end)));
                    break;
                case GraphProto.SparseInitializerFieldNumber:
                    CheckSparse(reader.ReadEnd(type, end));
                    break;
                case GraphProto.InputFieldNumber:
                    budget.CountObject();
                    inputs.Add(OnnxModelReader.ReadValue(reader, type, end));
                    break;
                case GraphProto.OutputFieldNumber:
                    budget.CountObject();
                    outputs.Add(OnnxModelReader.ReadValue(reader, type, end));
                    break;
                default:
                    reader.Skip(type, end);
                    break;
            }
        }

        budget.Leave();
        var stored = initializers.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        return new OnnxGraph(name, [.. inputs.Where(i => !stored.Contains(i.Name))], outputs, nodes, initializers);
    }

    public OnnxFunction ReadFunction(long end)
    {
        budget.CountObject();
        var (name, domain) = ("", "");
        List<OnnxNode> nodes = [];
        while (reader.TryReadTag(end, out var field, out var type))
        {
            switch (field)
            {
                case FunctionProto.NameFieldNumber:
                    name = Name(type, end);
                    break;
                case FunctionProto.DomainFieldNumber:
                    domain = Name(type, end);
                    break;
                case FunctionProto.NodeFieldNumber:
                    nodes.Add(ReadNode(reader.ReadEnd(type, end)));
                    break;
                case FunctionProto.AttributeProtoFieldNumber:
                    RequireInline(ReadAttribute(reader.ReadEnd(type, end)).Tensor);
                    break;
                default:
                    reader.Skip(type, end);
                    break;
            }
        }

        return new OnnxFunction(domain, name, nodes);
    }

    private OnnxNode ReadNode(long end)
    {
        budget.CountObject();
        var (name, opType, domain) = ("", "", "");
        List<string> inputs = [], outputs = [];
        List<OnnxAttribute> attributes = [];
        while (reader.TryReadTag(end, out var field, out var type))
        {
            switch (field)
            {
                case NodeProto.InputFieldNumber:
                    inputs.Add(Name(type, end));
                    break;
                case NodeProto.OutputFieldNumber:
                    outputs.Add(Name(type, end));
                    break;
                case NodeProto.NameFieldNumber:
                    name = Name(type, end);
                    break;
                case NodeProto.OpTypeFieldNumber:
                    opType = Name(type, end);
                    break;
                case NodeProto.DomainFieldNumber:
                    domain = Name(type, end);
                    break;
                case NodeProto.AttributeFieldNumber:
                    attributes.Add(ReadAttribute(reader.ReadEnd(type, end)));
                    break;
                default:
                    reader.Skip(type, end);
                    break;
            }
        }

        // Both spellings name the same domain.
        return new OnnxNode(name, opType, domain == "ai.onnx" ? "" : domain, inputs, outputs, attributes);
    }

    private OnnxAttribute ReadAttribute(long end)
    {
        budget.CountObject();
        var attribute = new OnnxAttribute("", null, null, null, null, null, []);
        List<OnnxGraph> graphs = [];
        List<long> ints = [];
        long intCount = 0;
        while (reader.TryReadTag(end, out var field, out var type))
        {
            switch (field)
            {
                case AttributeProto.NameFieldNumber:
                    attribute = attribute with { Name = Name(type, end) };
                    break;
                case AttributeProto.FFieldNumber:
                    attribute = attribute with { Float = reader.ReadFloat(type, end) };
                    break;
                case AttributeProto.IFieldNumber:
                    attribute = attribute with { Int = reader.ReadInt64(type, end) };
                    break;
                case AttributeProto.SFieldNumber:
                    attribute = attribute with { String = ShortText(type, end) };
                    break;
                case AttributeProto.TFieldNumber when attribute.Tensor is not null:
                    // Protobuf would merge them into one whose place neither of them has.
                    throw reader.Corrupt("an attribute holds two tensors where one is allowed");
                case AttributeProto.TFieldNumber:
                    attribute = attribute with { Tensor = tensors.Read(reader.ReadEnd(type, end)) };
                    break;
                case AttributeProto.GFieldNumber or AttributeProto.GraphsFieldNumber:
                    graphs.Add(ReadGraph(reader.ReadEnd(type, end)));
                    break;
                case AttributeProto.TensorsFieldNumber:
                    RequireInline(tensors.Read(reader.ReadEnd(type, end)));
                    break;
                case AttributeProto.SparseTensorFieldNumber or AttributeProto.SparseTensorsFieldNumber:
                    CheckSparse(reader.ReadEnd(type, end));
                    break;
                case AttributeProto.IntsFieldNumber:
                    reader.ReadInt64s(type, end, value =>
                    {
                        if (++intCount <= MostInts)
                        {
                            budget.Count();
                            ints.Add(value);
                        }
                    });
                    break;
                default:
                    reader.Skip(type, end);
                    break;
            }
        }

        return attribute with { Graphs = graphs, Ints = intCount is > 0 and <= MostInts ? ints : null };
    }

    /// <summary>Sparse tensors are not kept, but ONNX Runtime reads them: where their bytes lie is looked at here.</summary>
    private void CheckSparse(long end)
    {
        budget.CountObject();
        while (reader.TryReadTag(end, out var field, out var type))
        {
            if (field is SparseTensorProto.ValuesFieldNumber or SparseTensorProto.IndicesFieldNumber)
            {
                RequireInline(tensors.Read(reader.ReadEnd(type, end)));
            }
            else
            {
                reader.Skip(type, end);
            }
        }
    }

    /// <summary>The model's hash and size count external data of tensors that are kept; of others there may be none.</summary>
    private void RequireInline(OnnxTensor? tensor)
    {
        if (tensor?.Data?.External is { } location)
        {
            throw reader.Corrupt($"tensor \"{tensor.Name}\" is sparse, in a list, or a function's default, and has external data \"{location}\"; this is refused");
        }
    }

    private string Name(WireType type, long end)
    {
        budget.Count();
        return reader.ReadText(type, end, OnnxModelReader.LongestName, "a name");
    }

    private string? ShortText(WireType type, long end)
    {
        var stop = reader.ReadEnd(type, end);
        if (stop - reader.Position > LongestText)
        {
            reader.SkipTo(stop);
            return null;
        }

        return Encoding.UTF8.GetString(reader.ReadRest(stop));
    }
}
