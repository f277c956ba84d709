namespace InferBench.Runtime.Providers;

/// <summary>Whether a provider can run here, and why not.</summary>
/// <param name="Provider">Its name.</param>
/// <param name="CanRun">True where a session with it can be made.</param>
/// <param name="Problem">What stands in the way, with the mend, in one line; null where it can run.</param>
/// <param name="Libraries">What it loads, in the order in which a person would install it.</param>
public sealed record ProviderFinding(string Provider, bool CanRun, string? Problem, IReadOnlyList<LibraryFinding> Libraries);
