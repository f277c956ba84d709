namespace InferBench.Peers.Launches;

/// <summary>What to compare.</summary>
/// <param name="Model">A synthetic model.</param>
/// <param name="Peers">Names of sides.</param>
/// <param name="Pairings">Precisions of both sides.</param>
/// <param name="Batches">Sequences at once.</param>
/// <param name="Prompt">Prompt length in tokens.</param>
/// <param name="Generated">Generated tokens of each sequence.</param>
/// <param name="Launches">Fresh processes of both sides.</param>
/// <param name="Repeats">Generations of each process.</param>
/// <param name="Threads">Threads of every side.</param>
/// <param name="Seed">Seed of the prompts.</param>
/// <param name="Cache">Where models are built and kept.</param>
internal sealed record PeerPlan(
    string Model,
    IReadOnlyList<string> Peers,
    IReadOnlyList<Pairing> Pairings,
    IReadOnlyList<int> Batches,
    int Prompt,
    int Generated,
    int Launches,
    int Repeats,
    int Threads,
    long Seed,
    string Cache);
