namespace InferBench.Runtime.Providers;

/// <param name="Name">File name that the loader looks for.</param>
/// <param name="Found">Whether it could be loaded.</param>
/// <param name="Required">False for what is loaded only when a model needs it.</param>
/// <param name="Mend">What to do where it is missing; null where it was found.</param>
/// <param name="Folder">Where a search found it, personal parts hidden; null where the loader finds it by itself, or nobody did.</param>
public sealed record LibraryFinding(string Name, bool Found, bool Required, string? Mend, string? Folder = null);
