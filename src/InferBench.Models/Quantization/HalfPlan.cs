using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>Decides for each operator of a graph whether it computes in 16 or in 32 bits.</summary>
internal sealed class HalfPlan
{
    private readonly Dictionary<NodeProto, string> _kept = new(ReferenceEqualityComparer.Instance);

    public HalfPlan(GraphProto graph, GraphIndex index)
    {
        foreach (var node in graph.Node)
        {
            if ((HalfOperators.ReasonToKeep(node) ?? BetweenKept(node, index)) is { } reason)
            {
                _kept[node] = reason;
            }
        }

        foreach (var node in graph.Node.Where(n => n.Is("Sin") || n.Is("Cos")).ToList())
        {
            KeepAngles(node, index);
        }
    }

    /// <summary>Why the operator stays in 32 bits; null when it does not.</summary>
    public string? Reason(NodeProto node) => _kept.GetValueOrDefault(node);

    /// <summary>An epsilon that is added between a mean and its root, and the division that follows, stay with them.</summary>
    private string? BetweenKept(NodeProto node, GraphIndex index)
    {
        if (!node.IsStandard() || node.OpType is not ("Add" or "Div" or "Mul" or "Clip" or "Max" or "Sub"))
        {
            return null;
        }

        var values = node.Input.Where(i => i.Length > 0 && index.Constant(i) is null).ToList();
        return values.Count > 0 && values.All(v => index.Producer(v) is { } producer && _kept.ContainsKey(producer) && producer.OpType is not ("Sin" or "Cos" or "If" or "Loop" or "Scan"))
            && node.Input.Where(i => index.Constant(i) is not null).All(i => SourceTensors.Elements(index.Constant(i)!) <= 1)
            ? "is a part of a root or mean"
            : null;
    }

    /// <summary>Positions beyond 2,048 are no 16-bit numbers, so what angles are made of stays in 32 bits back to its integers.</summary>
    private void KeepAngles(NodeProto node, GraphIndex index)
    {
        foreach (var producer in node.Input.Select(index.Producer).OfType<NodeProto>())
        {
            if (producer.IsStandard() && !_kept.ContainsKey(producer) && producer.OpType is "Mul" or "MatMul" or "Einsum" or "Concat" or "Transpose" or "Reshape"
                or "Unsqueeze" or "Squeeze" or "Expand" or "Cast" or "Add" or "Div" or "Identity")
            {
                _kept[producer] = "angles need more digits";
                KeepAngles(producer, index);
            }
        }
    }
}
