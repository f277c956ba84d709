namespace InferBench.Economics.Catalog;

/// <summary>A fact with the name it has in its entry and what it must measure.</summary>
public sealed record EntryFact(string Name, Fact Fact, Quantity Quantity);
