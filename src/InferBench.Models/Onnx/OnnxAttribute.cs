namespace InferBench.Models.Onnx;

/// <summary>A node's attribute. Only the member of its kind is set; lists of floats and of strings are not kept.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Int">An integer.</param>
/// <param name="Float">A float.</param>
/// <param name="String">A string, UTF-8 decoded; null too when it is longer than the reader keeps.</param>
/// <param name="Ints">A list of integers; null too when it is longer than the reader keeps.</param>
/// <param name="Tensor">A tensor's header.</param>
/// <param name="Graphs">Subgraphs: one for a graph attribute, any number for a list of graphs; otherwise empty.</param>
public sealed record OnnxAttribute(
    string Name, long? Int, float? Float, string? String, IReadOnlyList<long>? Ints, OnnxTensor? Tensor, IReadOnlyList<OnnxGraph> Graphs);
