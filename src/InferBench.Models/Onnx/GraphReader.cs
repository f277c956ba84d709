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
                case GraphProto.InputFieldNumber:
                    budget.Count();
                    inputs.Add(OnnxModelReader.ReadValue(reader, type, end));
                    break;
                case GraphProto.OutputFieldNumber:
                    budget.Count();
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
        budget.Count();
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
                default:
                    reader.Skip(type, end);
                    break;
            }
        }

        return new OnnxFunction(domain, name, nodes);
    }

    private OnnxNode ReadNode(long end)
    {
        budget.Count();
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
        budget.Count();
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
                case AttributeProto.TFieldNumber:
                    attribute = attribute with { Tensor = tensors.Read(reader.ReadEnd(type, end)) };
                    break;
                case AttributeProto.GFieldNumber or AttributeProto.GraphsFieldNumber:
                    graphs.Add(ReadGraph(reader.ReadEnd(type, end)));
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
