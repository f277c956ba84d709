using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>Finds the output head: the product from which a graph output comes without another operator that computes.</summary>
internal static class HeadFinder
{
    private const int LongestChain = 8;

    public static IReadOnlySet<NodeProto> Find(GraphProto graph, GraphIndex index)
    {
        HashSet<NodeProto> heads = new(ReferenceEqualityComparer.Instance);
        foreach (var output in graph.Output)
        {
            if (Behind(output.Name, index, LongestChain) is { } head)
            {
                heads.Add(head);
            }
        }

        return heads;
    }

    private static NodeProto? Behind(string name, GraphIndex index, int hops)
    {
        if (hops == 0 || index.Producer(name) is not { } node || !node.IsStandard())
        {
            return null;
        }

        return node.OpType switch
        {
            "MatMul" or "Gemm" => node,
            "Identity" or "Cast" or "Reshape" or "Squeeze" or "Unsqueeze" or "Slice" => Behind(node.Input[0], index, hops - 1),
            "Add" or "Mul" or "Div" when index.Constant(node.Input[1]) is not null => Behind(node.Input[0], index, hops - 1),
            "Add" or "Mul" when index.Constant(node.Input[0]) is not null => Behind(node.Input[1], index, hops - 1),
            _ => null,
        };
    }
}
