namespace InferBench.Runtime.Ceilings;

/// <param name="Provider">Execution provider.</param>
/// <param name="Threads">Threads, at least 1.</param>
/// <param name="Seconds">Seconds of passes, all ceilings together; making the models comes on top.</param>
/// <param name="Folder">Where models are written for as long as it takes.</param>
public sealed record CeilingRequest(string Provider, int Threads, double Seconds, string Folder);
