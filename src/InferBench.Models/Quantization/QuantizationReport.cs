namespace InferBench.Models.Quantization;

/// <summary>What quantizing a model did.</summary>
/// <param name="ModelPath">The written model file.</param>
/// <param name="Scheme">The scheme's name.</param>
/// <param name="Sha256">The written model's identity, as <see cref="ModelIdentity"/> defines it; lower-case hex.</param>
/// <param name="SourceSha256">The source's identity.</param>
/// <param name="BytesBefore">Bytes of the source's model file and external data.</param>
/// <param name="BytesAfter">The same of the result.</param>
/// <param name="Quantized">MatMul and Gemm nodes whose weight was quantized; for fp16, the nodes that now compute in 16 bits.</param>
/// <param name="Candidates">All MatMul and Gemm nodes; for fp16, all nodes that compute with floats.</param>
/// <param name="Embeddings">Embedding lookups that were quantized.</param>
/// <param name="Left">Nodes that were left as they are, most first.</param>
/// <param name="CastsInserted">For fp16: Cast nodes at the borders to operators that stay fp32.</param>
/// <param name="ValuesClamped">For fp16: stored numbers beyond ±65,504 that became ±65,504.</param>
/// <param name="Errors">Differences of each tensor in blocks; empty unless they were asked for.</param>
public sealed record QuantizationReport(
    string ModelPath, string Scheme, string Sha256, string SourceSha256, long BytesBefore, long BytesAfter, int Quantized, int Candidates, int Embeddings,
    IReadOnlyList<LeftNodes> Left, int CastsInserted, long ValuesClamped, IReadOnlyList<TensorError> Errors);
