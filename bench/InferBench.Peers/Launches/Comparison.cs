using InferBench.Budgets.Figures;

namespace InferBench.Peers.Launches;

/// <summary>Decode throughput of InferBench over ONNX Runtime GenAI on one model.</summary>
/// <param name="Model">The model's folder name.</param>
/// <param name="Threads">Intra-op threads of both.</param>
/// <param name="PromptTokens">Prompt length.</param>
/// <param name="GeneratedTokens">Generated length.</param>
/// <param name="Launches">In the order in which they ran.</param>
/// <param name="SameOnnxRuntime">Whether every process had loaded the very same ONNX Runtime library; null where the system does not tell.</param>
/// <param name="LoadBefore">Load average of the machine before the first launch; null where it has none.</param>
/// <param name="LoadAfter">As before, after the last launch.</param>
internal sealed record Comparison(
    string Model,
    int Threads,
    int PromptTokens,
    int GeneratedTokens,
    IReadOnlyList<Launch> Launches,
    bool? SameOnnxRuntime,
    double? LoadBefore,
    double? LoadAfter)
{
    /// <summary>Budget: at least this.</summary>
    public const double Least = 1.0;

    public Spread Ratio => Spread.Of(Launches.Select(launch => launch.Ratio));

    public Spread BestStepRatio => Spread.Of(Launches.Select(launch => launch.BestStepRatio));

    public bool Met => Ratio.Median >= Least;

    public bool IdsAgree => Launches.All(launch => launch.AgreeingIds == GeneratedTokens);
}
