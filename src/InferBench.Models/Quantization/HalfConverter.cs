using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Quantization;

/// <summary>
/// Turns a graph of 32-bit floats into one of 16-bit floats. Operators that need 32 bits keep them, with a Cast where a value crosses over;
/// graphs inside of operators stay in 32 bits as a whole.
/// </summary>
internal sealed class HalfConverter(ModelEdit edit, QuantizationOptions options)
{
    private readonly SortedDictionary<string, int> _left = new(StringComparer.Ordinal);
    private readonly HalfNumbers _numbers = new();
    private readonly List<NodeProto> _nodes = [];

    public WeightChanges Apply()
    {
        if (options.Embeddings != EmbeddingFormat.Keep || options.KeepHead || options.Exclude.Count > 0)
        {
            throw new QuantizationException("fp16 converts the whole graph: --embeddings, --head and --exclude are for int8 and int4");
        }

        var graph = edit.Model.Graph;
        var types = new ElementTypes(graph);
        var plan = new HalfPlan(graph, edit.Index);
        var values = new HalfValues(edit, types, _numbers, _nodes);
        var source = graph.Node.ToList();
        values.TakeConstants();
        values.TakeInputs(options.KeepIo);
        var (converted, candidates) = (0, 0);
        foreach (var node in source)
        {
            if (node.Is("Constant") && types.IsFloat(node.Output[0]) && node.Attribute("value")?.T is not null)
            {
                continue;
            }

            Require(node, types);
            var touchesFloats = node.Input.Concat(node.Output).Any(types.IsFloat) || Captured(node).Any(types.IsFloat);
            if (!touchesFloats)
            {
                _nodes.Add(node);
                continue;
            }

            candidates++;
            var reason = plan.Reason(node);
            converted += reason is null ? 1 : 0;
            Convert(node, reason is null, values);
            if (reason is not null)
            {
                var line = $"{node.OpType} ({reason})";
                _left[line] = _left.GetValueOrDefault(line) + 1;
            }
        }

        if (converted == 0)
        {
            throw new QuantizationException($"{edit.File}: there is nothing to convert: no operator computes with 32-bit floats (is the model 16-bit already?)");
        }

        values.GiveOutputs(options.KeepIo);
        graph.Node.Clear();
        graph.Node.Add(_nodes);
        values.Declare();
        return new WeightChanges(converted, candidates, 0, _left, values.Casts, () => _numbers.Clamped);
    }

    private static IEnumerable<string> Captured(NodeProto node)
    {
        foreach (var graph in GraphIndex.Subgraphs([node]).SelectMany(GraphIndex.SelfAndSubgraphs))
        {
            foreach (var name in graph.Node.SelectMany(n => n.Input).Concat(graph.Output.Select(o => o.Name)))
            {
                yield return name;
            }
        }
    }

    private void Require(NodeProto node, ElementTypes types)
    {
        if (node.Output.FirstOrDefault(o => o.Length > 0 && !types.IsKnown(o)) is { } unknown && node.Input.Concat(Captured(node)).Any(types.IsFloat))
        {
            throw new QuantizationException(
                $"{edit.File}: {node.Label()}: what type {node.OpType} makes as \"{unknown}\" is not known; save the model with inferred shapes first");
        }
    }

    private void Convert(NodeProto node, bool half, HalfValues values)
    {
        for (var i = 0; i < node.Input.Count; i++)
        {
            node.Input[i] = values.Read(node.Input[i], half);
        }

        foreach (var graph in GraphIndex.Subgraphs([node]).SelectMany(GraphIndex.SelfAndSubgraphs))
        {
            foreach (var inner in graph.Node)
            {
                for (var i = 0; i < inner.Input.Count; i++)
                {
                    inner.Input[i] = values.Read(inner.Input[i], half: false);
                }
            }

            foreach (var output in graph.Output)
            {
                RenameOutput(graph, output, values);
            }
        }

        if (half)
        {
            Retype(node);
        }

        _nodes.Add(node);
        for (var i = 0; i < node.Output.Count; i++)
        {
            values.Made(node.Output[i], half && !StaysFloat(node, i));
        }
    }

    // A graph inside may hand out a value of the graph around it; it then needs a node of its own to carry the other name.
    private void RenameOutput(GraphProto graph, ValueInfoProto output, HalfValues values)
    {
        if (values.Read(output.Name, half: false) is var name && name != output.Name && graph.Node.All(n => !n.Output.Contains(output.Name)))
        {
            var carried = edit.Unique($"{output.Name}/out");
            graph.Node.Add(Nodes.Create(edit.Unique($"{output.Name}/Identity"), "Identity", [name], [carried]));
            output.Name = carried;
        }
    }

    private static bool StaysFloat(NodeProto node, int output) => node.OpType switch
    {
        "SkipLayerNormalization" or "SkipSimplifiedLayerNormalization" => output is 1 or 2,
        "LayerNormalization" or "SimplifiedLayerNormalization" => output > 0,
        _ => false,
    };

    private void Retype(NodeProto node)
    {
        if (node.Is("Cast") && node.Attribute("to") is { I: (long)OnnxElementType.Float } to)
        {
            to.I = (long)OnnxElementType.Float16;
        }

        foreach (var (name, kind) in (ReadOnlySpan<(string, string)>)[("Constant", "value"), ("ConstantOfShape", "value"), ("Constant", "value_float"), ("Constant", "value_floats")])
        {
            if (node.Is(name) && node.Attribute(kind) is { } attribute)
            {
                RetypeValue(attribute);
            }
        }

        if (node.Is("ConstantOfShape") && node.Attribute("value") is null)
        {
            node.Attribute.Add(new AttributeProto
            {
                Name = "value", Type = AttributeProto.Types.Kind.Tensor, T = InlineTensor.Create("", OnnxElementType.Float16, [1], new byte[2]),
            });
        }
    }

    private void RetypeValue(AttributeProto attribute)
    {
        float[] floats = attribute.Name switch
        {
            "value_float" => [attribute.F],
            "value_floats" => [.. attribute.Floats],
            _ => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(edit.Source.ReadAll(attribute.T)).ToArray(),
        };
        long[] dims = attribute.Name switch
        {
            "value_float" => [],
            "value_floats" => [floats.Length],
            _ => [.. attribute.T.Dims],
        };
        var halves = new Half[floats.Length];
        _numbers.ConvertConstant(floats, halves);
        attribute.Name = "value";
        attribute.Type = AttributeProto.Types.Kind.Tensor;
        attribute.ClearF();
        attribute.Floats.Clear();
        attribute.T = InlineTensor.Create("", OnnxElementType.Float16, dims, System.Runtime.InteropServices.MemoryMarshal.AsBytes<Half>(halves));
    }
}
