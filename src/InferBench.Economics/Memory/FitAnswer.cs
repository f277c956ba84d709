namespace InferBench.Economics.Memory;

/// <summary>Whether a model fits, and on how many devices.</summary>
/// <param name="One">On one device.</param>
/// <param name="Smallest">On the smallest number of devices that holds it; null where no number up to <see cref="MemoryFit.MostDevices"/> does.</param>
/// <param name="CacheBytesPerSequence">Cache of one sequence at the context.</param>
/// <param name="CacheBytesPerToken">That over the context: where layers have windows or states, a mean.</param>
public sealed record FitAnswer(FitRow One, FitRow? Smallest, double CacheBytesPerSequence, double CacheBytesPerToken);
