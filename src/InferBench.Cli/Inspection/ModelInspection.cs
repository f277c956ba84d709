using InferBench.Cli.Preparation;
using InferBench.Models;
using InferBench.Models.Onnx;

namespace InferBench.Cli.Inspection;

/// <summary>What a model file is, read without loading it.</summary>
/// <param name="File">File name.</param>
/// <param name="Identity">Content hash, sizes and weight format.</param>
/// <param name="IrVersion">Version of the ONNX format.</param>
/// <param name="Producer">What wrote it; null where it does not say.</param>
/// <param name="Opsets">Operator sets with their versions.</param>
/// <param name="Layout">Graph form of a decoder: genai or optimum; null where the graph has no cache inputs.</param>
/// <param name="ContextLength">Longest sequence; null where nothing says.</param>
/// <param name="CacheBytesPerToken">KV cache of one token of one sequence; null where the graph is no decoder.</param>
/// <param name="Inputs">Inputs as declared.</param>
/// <param name="Outputs">Outputs as declared.</param>
/// <param name="Operators">How often each operator occurs in the main graph, most frequent first.</param>
/// <param name="Metadata">The model's own notes.</param>
internal sealed record ModelInspection(
    string File,
    ModelIdentity Identity,
    long IrVersion,
    string? Producer,
    IReadOnlyList<string> Opsets,
    string? Layout,
    int? ContextLength,
    long? CacheBytesPerToken,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<OperatorCount> Operators,
    IReadOnlyDictionary<string, string> Metadata)
{
    public static ModelInspection Of(string file, CancellationToken cancellation)
    {
        var model = OnnxModelReader.Read(file);
        var facts = ModelFacts.Of(model, cancellation);
        return new ModelInspection(
            Path.GetFileName(file),
            facts.Identity,
            model.IrVersion,
            model.ProducerName.Length == 0 ? null : $"{model.ProducerName} {model.ProducerVersion}".Trim(),
            [.. model.Opsets.Select(opset => $"{(opset.Domain.Length == 0 ? "ai.onnx" : opset.Domain)} {opset.Version}")],
            facts.Shape is null ? null : facts.Layout,
            facts.ContextLength,
            facts.Shape?.CacheBytesPerToken,
            [.. model.Graph.Inputs.Select(value => value.ToString())],
            [.. model.Graph.Outputs.Select(value => value.ToString())],
            [.. model.Graph.Nodes.GroupBy(node => node.OpType, StringComparer.Ordinal)
                .Select(group => new OperatorCount(group.Key, group.Count()))
                .OrderByDescending(count => count.Count).ThenBy(count => count.Operator, StringComparer.Ordinal)],
            model.Metadata);
    }
}
