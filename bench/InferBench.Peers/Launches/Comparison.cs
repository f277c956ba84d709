using InferBench.Budgets.Figures;

namespace InferBench.Peers.Launches;

/// <summary>InferBench beside one peer, on one precision and batch.</summary>
/// <param name="Peer">Whom it is held against.</param>
/// <param name="Precision">InferBench's precision.</param>
/// <param name="PeerPrecision">The peer's.</param>
/// <param name="Batch">Sequences.</param>
/// <param name="GeneratedTokens">Of each sequence.</param>
/// <param name="Cosine">Between both sides' scores of the first token; null where the file is the same one.</param>
/// <param name="Launches">In the order in which they ran.</param>
internal sealed record Comparison(
    string Peer,
    string Precision,
    string PeerPrecision,
    int Batch,
    int GeneratedTokens,
    double? Cosine,
    IReadOnlyList<Launch> Launches)
{
    public Spread Decode => Spread.Of(Launches.Select(launch => launch.Decode));

    public Spread BestStep => Spread.Of(Launches.Select(launch => launch.BestStep));

    public Spread Prefill => Spread.Of(Launches.Select(launch => launch.Prefill));

    /// <summary>Over both sides, a rate in tokens per second: the median over launches.</summary>
    public (double Ours, double Peers) DecodeRates => (Median(launch => Batch * 1e9 / launch.Ours.StepNs), Median(launch => Batch * 1e9 / launch.Peers.StepNs));

    /// <summary>Times to the first token in milliseconds: the median over launches.</summary>
    public (double Ours, double Peers) FirstTokenMs => (Median(launch => launch.Ours.FirstTokenNs / 1e6), Median(launch => launch.Peers.FirstTokenNs / 1e6));

    /// <summary>Rates of the prompt in tokens per second, the first token's own time included: the median over launches.</summary>
    public (double Ours, double Peers) PrefillRates(int prompt) =>
        (Median(launch => Batch * prompt * 1e9 / launch.Ours.FirstTokenNs), Median(launch => Batch * prompt * 1e9 / launch.Peers.FirstTokenNs));

    /// <summary>Most cores that other programs took during a launch; null where the system does not say.</summary>
    public double? OtherCores => Launches.Max(launch => launch.OtherCores);

    public int AgreeingIds => Launches.Min(launch => launch.AgreeingIds);

    private double Median(Func<Launch, double> value) => Spread.MedianOf(Launches.Select(value));
}
