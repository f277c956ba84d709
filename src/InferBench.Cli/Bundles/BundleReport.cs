namespace InferBench.Cli.Bundles;

/// <summary>A bundle as it was written.</summary>
/// <param name="Folder">Where its parts, their sums and the unpack script lie.</param>
/// <param name="Manifest">What is inside.</param>
/// <param name="Parts">The archive's parts, in order; one where it was not split.</param>
/// <param name="UnpackedBytes">What it takes on the other machine's disk.</param>
internal sealed record BundleReport(string Folder, BundleManifest Manifest, IReadOnlyList<BundlePart> Parts, long UnpackedBytes);
