namespace InferBench.Budgets;

/// <param name="Rounds">Rounds of each comparison.</param>
/// <param name="Full">Whether to use the models of real runs too, which takes minutes.</param>
internal sealed record BudgetOptions(int Rounds, bool Full);
