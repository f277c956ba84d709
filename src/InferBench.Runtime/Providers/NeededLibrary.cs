namespace InferBench.Runtime.Providers;

/// <summary>A library of NVIDIA's that a provider needs.</summary>
/// <param name="Name">File name that the loader looks for.</param>
/// <param name="Mend">What to do where it cannot be loaded.</param>
/// <param name="Required">False for what ONNX Runtime loads only when a model needs it.</param>
internal sealed record NeededLibrary(string Name, string Mend, bool Required);
