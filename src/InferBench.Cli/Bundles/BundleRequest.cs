namespace InferBench.Cli.Bundles;

/// <summary>What to put into a bundle, and where.</summary>
/// <param name="Cuda">Whether the CUDA provider goes along.</param>
/// <param name="Models">Synthetic models, with or without <c>:PRECISION</c>, and paths of model files or folders.</param>
/// <param name="PartBytes">Largest part; null for one archive.</param>
/// <param name="Folder">Where the archive is written: absent or empty.</param>
internal sealed record BundleRequest(bool Cuda, IReadOnlyList<string> Models, long? PartBytes, string Folder);
