namespace InferBench.Models.Onnx;

/// <summary>The outline of a graph.</summary>
/// <param name="Name">Its name; often empty.</param>
/// <param name="Inputs">What a caller feeds. Initializers that old models also list as inputs are left out.</param>
/// <param name="Outputs">What a caller may fetch.</param>
/// <param name="Nodes">Operators in the order of the file.</param>
/// <param name="Initializers">Headers of the stored weights and constants.</param>
public sealed record OnnxGraph(
    string Name, IReadOnlyList<OnnxValue> Inputs, IReadOnlyList<OnnxValue> Outputs, IReadOnlyList<OnnxNode> Nodes, IReadOnlyList<OnnxTensor> Initializers)
{
    /// <summary>This graph and every graph inside its nodes, outermost first.</summary>
    public IEnumerable<OnnxGraph> SelfAndSubgraphs() =>
        Nodes.SelectMany(n => n.Attributes).SelectMany(a => a.Graphs).SelectMany(g => g.SelfAndSubgraphs()).Prepend(this);
}
