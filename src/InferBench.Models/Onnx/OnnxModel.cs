namespace InferBench.Models.Onnx;

/// <summary>The outline of an ONNX model file: all but the weights' bytes.</summary>
/// <param name="Path">Absolute path of the model file.</param>
/// <param name="FileBytes">Its length, without external data.</param>
/// <param name="IrVersion">Version of the format; 0 when the file does not say.</param>
/// <param name="ProducerName">The tool that wrote it; empty when it does not say.</param>
/// <param name="ProducerVersion">That tool's version; empty when it does not say.</param>
/// <param name="Opsets">Operator sets it imports.</param>
/// <param name="Metadata">Its metadata properties; where a key is repeated, the last one counts.</param>
/// <param name="Graph">The main graph.</param>
/// <param name="Functions">Functions it defines for itself.</param>
public sealed record OnnxModel(
    string Path, long FileBytes, long IrVersion, string ProducerName, string ProducerVersion, IReadOnlyList<OnnxOpset> Opsets,
    IReadOnlyDictionary<string, string> Metadata, OnnxGraph Graph, IReadOnlyList<OnnxFunction> Functions)
{
    /// <summary>Headers of all stored tensors: initializers of every graph, and tensors in attributes (the Constant operator's).</summary>
    public IEnumerable<OnnxTensor> Tensors() =>
        Graph.SelfAndSubgraphs()
            .SelectMany(g => g.Initializers.Concat(AttributeTensors(g.Nodes)))
            .Concat(Functions.SelectMany(f => AttributeTensors(f.Nodes)));

    private static IEnumerable<OnnxTensor> AttributeTensors(IEnumerable<OnnxNode> nodes) =>
        nodes.SelectMany(n => n.Attributes).Select(a => a.Tensor).OfType<OnnxTensor>();
}
