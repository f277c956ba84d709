using InferBench.Core.Runs;

namespace InferBench.Economics.Memory;

/// <summary>A model as memory sees it: in one format, at one context.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Precision">Weight format.</param>
/// <param name="WeightBytes">All weights.</param>
/// <param name="CacheBytes">Cache of one sequence at the context, on each of a number of devices.</param>
/// <param name="ActivationBytesPerToken">Intermediate results of each token that is in work at once.</param>
/// <param name="LogitsBytes">Logits of a sequence.</param>
/// <param name="CanShareAmong">Whether the heads can be shared out among a number of devices.</param>
public sealed record ServedModel(
    string Name,
    string Precision,
    double WeightBytes,
    Func<int, double> CacheBytes,
    double ActivationBytesPerToken,
    double LogitsBytes,
    Func<int, bool> CanShareAmong)
{
    private const int ActivationBytes = 2;
    private const int LogitBytes = 4;

    /// <summary>Residual streams that live at once: the stream, its normed copy, what a layer reads and what it writes.</summary>
    private const int Streams = 4;

    /// <summary>A model whose dimensions are known.</summary>
    public static ServedModel Of(ModelArchitecture model, WeightStorage storage, long context, int cacheBits) => new(
        model.Id,
        storage.Name,
        storage.Bytes(model),
        devices => model.CacheBytesPerDevice(context, cacheBits, devices),
        (((double)Streams * model.Hidden) + (3.0 * model.WidestInner)) * ActivationBytes,
        (double)model.Vocabulary * LogitBytes,
        model.CanShareAmong);

    /// <summary>A model as a run measured it. Its heads are not known, so it stays on one device; its activations are in the overhead that the run measured.</summary>
    /// <returns>Null where the run does not say how large its cache is.</returns>
    public static ServedModel? Of(RunDocument run, RunModel model, long context) => RunCache.BytesPerToken(run, model) is { } perToken
        ? new(model.Name, model.Precision, model.Bytes, _ => perToken * context, 0, 0, devices => devices == 1)
        : null;
}
