namespace InferBench.Economics.Catalog;

/// <summary>What a rule found in the catalog.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Severity">Whether it can stay.</param>
/// <param name="Entry">Identity of the entry.</param>
/// <param name="Problem">What is wrong and what to do, in one line.</param>
/// <param name="Overridden">True where the entry is from the user's own file.</param>
public sealed record CatalogFinding(string Rule, CatalogSeverity Severity, string Entry, string Problem, bool Overridden);
