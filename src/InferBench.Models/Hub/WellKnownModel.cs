namespace InferBench.Models.Hub;

/// <summary>A repository that people often start with. A pointer, not a promise: what a repository holds is its owner's, see <c>models pull --list</c>.</summary>
/// <param name="Parameters">Rounded, as its makers count them.</param>
/// <param name="Precisions">What is offered, in the repository's own words.</param>
/// <param name="Licence">In short. The terms themselves are in the repository, and are to be read there.</param>
/// <param name="Source">Where the name was seen.</param>
/// <param name="Recalled">Which of these facts nobody has checked against the repository itself; null when all are.</param>
public sealed record WellKnownModel(string Repo, double Parameters, string Precisions, string Licence, string Source, string? Recalled);
