using InferBench.Core.Runs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>What became of a cell, in words.</summary>
internal static class CellReasons
{
    private const int LongestReason = 400;

    /// <summary>One word for a table: how the cell was judged, or how it ended without figures.</summary>
    public static string Verdict(RunCell cell) => cell.Status switch
    {
        CellStatus.Measured => cell.Validity?.Verdict switch
        {
            Core.Validity.Verdict.Valid => "valid",
            Core.Validity.Verdict.Suspect => "suspect",
            Core.Validity.Verdict.Invalid => "invalid",
            _ => "not judged",
        },
        CellStatus.Pending => "not run",
        CellStatus.Failed => "failed",
        CellStatus.Crashed => "crashed",
        CellStatus.TimedOut => "timed out",
        _ => cell.Status.ToString(),
    };

    public static IReadOnlyList<string> Of(RunCell cell) =>
    [
        .. (cell.Validity?.Reasons ?? [])
            .Append(cell.Error ?? "")
            .Where(reason => reason.Length > 0)
            .Select(reason => SafeText.Shortened(reason, LongestReason)),
    ];
}
