using InferBench.Core.Plans;

namespace InferBench.Economics.Costs;

/// <summary>What the cells of one curve share: everything but the batch.</summary>
public sealed record CurveKey(
    string Model,
    string Precision,
    string Provider,
    int? PromptTokens,
    int? GeneratedTokens,
    int Threads,
    string Scenario)
{
    /// <summary>What the curve's cost is the cost of.</summary>
    public CostUnit Unit => GeneratedTokens is null ? CostUnit.Items : CostUnit.OutputTokens;

    public static CurveKey Of(Cell cell) =>
        new(cell.Model, cell.Precision, cell.Provider, cell.PromptTokens, cell.GeneratedTokens, cell.Threads, cell.Scenario);
}
