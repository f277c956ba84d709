namespace InferBench.Peers.Launches;

/// <summary>All comparisons of one use of the program.</summary>
/// <param name="Model">The synthetic model.</param>
/// <param name="Threads">Threads of every side.</param>
/// <param name="PromptTokens">Prompt length.</param>
/// <param name="GeneratedTokens">Generated length.</param>
/// <param name="Libraries">Inference libraries that the sides had loaded, by name and variant.</param>
/// <param name="Rows">In the order in which they ran.</param>
internal sealed record PeerTable(
    string Model, int Threads, int PromptTokens, int GeneratedTokens, IReadOnlyList<string> Libraries, IReadOnlyList<Comparison> Rows);
