using InferBench.Budgets.Figures;

namespace InferBench.Budgets;

/// <summary>One group of budgets; a sub-command of its own.</summary>
internal interface IBudget
{
    public string Name { get; }

    public string Description { get; }

    public IEnumerable<BudgetFigure> Measure(BudgetOptions options, Scratch scratch);
}
