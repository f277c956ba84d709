namespace InferBench.Models.Onnx;

/// <summary>One operator in a graph.</summary>
/// <param name="Name">Its name; often empty.</param>
/// <param name="OpType">The operator, such as <c>MatMul</c>.</param>
/// <param name="Domain">The operator's domain; empty for ai.onnx.</param>
/// <param name="Inputs">Names of its inputs; an empty name is an optional input left out.</param>
/// <param name="Outputs">Names of its outputs; an empty name is an output nobody asked for.</param>
/// <param name="Attributes">Its attributes, subgraphs included.</param>
public sealed record OnnxNode(
    string Name, string OpType, string Domain, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyList<OnnxAttribute> Attributes)
{
    /// <summary>The attribute of that name, or null.</summary>
    public OnnxAttribute? Attribute(string name) => Attributes.FirstOrDefault(a => a.Name == name);
}
