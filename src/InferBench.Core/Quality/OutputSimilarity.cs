namespace InferBench.Core.Quality;

/// <summary>How close a one-shot model's outputs are to its reference's on the same inputs.</summary>
/// <param name="InputSets">Sets of inputs that both ran on.</param>
/// <param name="FromTestData">Whether they are the model's own test data; else they were made up.</param>
/// <param name="Items">Items compared: output rows of all sets.</param>
/// <param name="CosineMean">Mean cosine of an item's output and the reference's; 1 is the same direction.</param>
/// <param name="CosineLeast">Least cosine of an item.</param>
/// <param name="WorstOutput">Output that the least cosine comes from.</param>
public sealed record OutputSimilarity(int InputSets, bool FromTestData, int Items, double CosineMean, double CosineLeast, string WorstOutput);
