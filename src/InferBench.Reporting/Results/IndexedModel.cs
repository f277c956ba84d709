namespace InferBench.Reporting.Results;

/// <param name="Name">Name as shown in cells.</param>
/// <param name="Precision">Weight format with its scheme.</param>
/// <param name="Provider">Execution provider.</param>
/// <param name="Sha256">Content of the model.</param>
/// <param name="Synthetic">Whether its weights are random.</param>
public sealed record IndexedModel(string Name, string Precision, string Provider, string Sha256, bool Synthetic);
