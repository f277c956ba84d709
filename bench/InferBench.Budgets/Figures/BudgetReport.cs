namespace InferBench.Budgets.Figures;

/// <summary>Everything measured by one use of the program.</summary>
/// <param name="At">When it began, UTC.</param>
/// <param name="Cores">Logical processors.</param>
/// <param name="LoadBefore">Load average of the last minute before; null where the system has none.</param>
/// <param name="LoadAfter">As before, after.</param>
/// <param name="Figures">In the order in which they were measured.</param>
internal sealed record BudgetReport(DateTimeOffset At, int Cores, double? LoadBefore, double? LoadAfter, IReadOnlyList<BudgetFigure> Figures)
{
    public bool Met => Figures.All(figure => figure.Met != false);
}
