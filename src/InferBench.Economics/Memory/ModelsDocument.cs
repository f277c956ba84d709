namespace InferBench.Economics.Memory;

/// <summary>The file of the known models.</summary>
internal sealed record ModelsDocument(int SchemaVersion, IReadOnlyList<ModelArchitecture> Models);
