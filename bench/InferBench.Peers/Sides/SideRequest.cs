namespace InferBench.Peers.Sides;

/// <summary>What one side is asked to generate; both get the same but for <paramref name="EndToken"/>.</summary>
/// <param name="ModelPath">The ONNX file.</param>
/// <param name="Threads">Intra-op threads of ONNX Runtime.</param>
/// <param name="Prompt">Token ids.</param>
/// <param name="Generated">Tokens to generate.</param>
/// <param name="EndToken">For GenAI, which stops at its end token: an id that is never generated.</param>
internal sealed record SideRequest(string ModelPath, int Threads, IReadOnlyList<int> Prompt, int Generated, int EndToken)
{
    public string Folder => Path.GetDirectoryName(ModelPath)!;
}
