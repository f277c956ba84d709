namespace InferBench.Cli.Bundles;

/// <param name="Name">File name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Lower-case hex.</param>
internal sealed record BundlePart(string Name, long Bytes, string Sha256);
