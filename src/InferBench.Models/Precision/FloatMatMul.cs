using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>Plain MatMul with float weights [K, N].</summary>
internal sealed class FloatMatMul(ActivationType type) : IMatMulWriter
{
    public string MatMul(GraphBuilder graph, string name, string input, WeightMatrix weights, string? stored = null)
    {
        // A tied head is stored once. ONNX Runtime folds the Transpose when it loads the model, so no step pays for it.
        var matrix = stored is null
            ? graph.Weight($"{weights.Name}.T", type.ElementType(), new FloatContent(weights, transposed: true, type), weights.Inputs, weights.Outputs)
            : graph.Node($"{name}/Transpose", "Transpose", [stored], Attributes.Ints("perm", 1, 0));
        return graph.Node($"{name}/MatMul", "MatMul", [input, matrix]);
    }
}
