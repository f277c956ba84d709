using InferBench.Economics.Sizing;

namespace InferBench.Cli.Sizing;

/// <summary>A cell that cannot answer, and why.</summary>
internal sealed record RefusedReport(string Run, string Cell, string Reason)
{
    public static RefusedReport Of(RefusedCell refused) => new(refused.Cell.Run, refused.Cell.Cell.ToString(), refused.Reason);
}
