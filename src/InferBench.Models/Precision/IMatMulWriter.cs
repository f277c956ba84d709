using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>Writes a projection into a graph in one weight format.</summary>
internal interface IMatMulWriter
{
    /// <summary>Adds operators that multiply <paramref name="input"/> [..., K] by the weights and returns the name of the result [..., N].</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="name">Path of the new nodes, such as <c>/model/layers.0/mlp/up_proj</c>.</param>
    /// <param name="input">The activations' name.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="stored">An initializer that already holds the same weights as [N, K] floats, as a tied head has; otherwise null.</param>
    public string MatMul(GraphBuilder graph, string name, string input, WeightMatrix weights, string? stored = null);
}
