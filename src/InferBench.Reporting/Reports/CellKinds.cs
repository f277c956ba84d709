using InferBench.Core.Runs;

namespace InferBench.Reporting.Reports;

/// <summary>What kinds of cells a run has, and so which columns and definitions its reports need.</summary>
/// <param name="Decoders">Cells that generate tokens; also where a run has no cells at all.</param>
/// <param name="OneShots">Cells of one forward pass.</param>
/// <param name="Prompts">Cells with a prompt or sequence length.</param>
/// <param name="Lengths">One-shot cells with a sequence length.</param>
internal sealed record CellKinds(bool Decoders, bool OneShots, bool Prompts, bool Lengths)
{
    public static CellKinds Of(RunDocument run)
    {
        var oneShots = run.Cells.Where(cell => cell.Cell.IsOneShot).ToList();
        var decoders = oneShots.Count < run.Cells.Count || run.Cells.Count == 0;
        var lengths = oneShots.Any(cell => cell.Cell.PromptTokens is not null);
        return new CellKinds(decoders, oneShots.Count > 0, decoders || lengths, lengths);
    }

    /// <summary>Those of several runs together.</summary>
    public static CellKinds Of(IReadOnlyList<RunDocument> runs)
    {
        var kinds = runs.Select(Of).ToList();
        return new CellKinds(kinds.Any(kind => kind.Decoders), kinds.Any(kind => kind.OneShots), kinds.Any(kind => kind.Prompts), kinds.Any(kind => kind.Lengths));
    }
}
