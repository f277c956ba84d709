using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Tests.Runtime.Decoding;

/// <summary>A decoder's nodes as a branch of an If.</summary>
internal static class MergedBranch
{
    public static AttributeProto Of(string name, GraphProto outer, List<NodeProto> nodes, bool withCache)
    {
        var made = nodes.SelectMany(n => n.Output).ToHashSet();
        var add = new GraphBuilder("none");
        add.Graph.Name = name;
        foreach (var past in outer.Input.Select(v => v.Name).Where(v => !withCache && v.StartsWith("past", StringComparison.Ordinal)))
        {
            // Room for nothing: a cache that is not empty fails here, as a branch without a cache would not see it.
            var dims = outer.Input.Single(v => v.Name == past).Type.TensorType.Shape.Dim;
            add.Node($"{name}/{past}", "Reshape", "", [past, Shape(add, name, dims)], [$"{name}/{past}"], Attributes.Int("allowzero", 1));
        }

        foreach (var node in nodes.Select(n => n.Clone()))
        {
            node.Name = $"{name}/{node.Name}";
            for (var i = 0; i < node.Input.Count; i++)
            {
                var inside = made.Contains(node.Input[i]) || (!withCache && node.Input[i].StartsWith("past", StringComparison.Ordinal));
                node.Input[i] = inside ? $"{name}/{node.Input[i]}" : node.Input[i];
            }

            for (var i = 0; i < node.Output.Count; i++)
            {
                node.Output[i] = $"{name}/{node.Output[i]}";
            }

            add.Graph.Node.Add(node);
        }

        foreach (var output in outer.Output)
        {
            var inner = output.Clone();
            inner.Name = $"{name}/{output.Name}";
            add.Graph.Output.Add(inner);
        }

        return new AttributeProto { Name = name, Type = AttributeProto.Types.Kind.Graph, G = add.Graph };
    }

    /// <summary>[batch of the ids, heads, 0, size].</summary>
    private static string Shape(GraphBuilder add, string branch, IList<TensorShapeProto.Types.Dimension> dims)
    {
        var name = $"{branch}/none";
        if (add.Graph.Node.All(n => n.Name != name))
        {
            foreach (var tensor in new[] { Values($"{branch}/rest", dims[1].DimValue, 0, dims[3].DimValue), Values($"{branch}/zero", 0) })
            {
                add.Graph.Initializer.Add(tensor);
            }

            var batch = add.Node($"{branch}/batch", "Gather", [add.Node($"{branch}/ids", "Shape", ["input_ids"]), $"{branch}/zero"]);
            add.Node(name, "Concat", "", [batch, $"{branch}/rest"], [name], Attributes.Int("axis", 0));
        }

        return name;
    }

    private static TensorProto Values(string name, params long[] values)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)OnnxElementType.Int64 };
        tensor.Dims.Add(values.Length);
        tensor.Int64Data.Add(values);
        return tensor;
    }
}
