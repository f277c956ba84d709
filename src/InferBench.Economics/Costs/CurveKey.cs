using InferBench.Core.Plans;

namespace InferBench.Economics.Costs;

/// <summary>What the cells of one curve share: everything but the batch.</summary>
public sealed record CurveKey(
    string Model,
    string Precision,
    string Provider,
    int PromptTokens,
    int GeneratedTokens,
    int Threads,
    string Scenario)
{
    public static CurveKey Of(Cell cell) =>
        new(cell.Model, cell.Precision, cell.Provider, cell.PromptTokens, cell.GeneratedTokens, cell.Threads, cell.Scenario);
}
