namespace InferBench.Peers.Sides;

/// <summary>What one side is asked to generate; all sides of a comparison get the same.</summary>
/// <param name="OnnxPath">The ONNX file.</param>
/// <param name="GgufPath">The same weights as llama.cpp takes them; null where llama.cpp is not asked.</param>
/// <param name="Threads">Threads of a matrix product.</param>
/// <param name="Batch">Sequences.</param>
/// <param name="Prompt">Token ids, one sequence after the other.</param>
/// <param name="Generated">Tokens to generate for each sequence.</param>
/// <param name="EndToken">For GenAI, which stops at its end token: an id that is never generated.</param>
internal sealed record SideRequest(string OnnxPath, string? GgufPath, int Threads, int Batch, IReadOnlyList<int> Prompt, int Generated, int EndToken)
{
    public int PromptLength => Prompt.Count / Batch;
}
