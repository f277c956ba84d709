using InferBench.Core.Runs;
using InferBench.Core.Validity;

namespace InferBench.Economics.Claims;

/// <summary>The best output rate of a run: measured, on the run's own machine and model.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Model">Name of the model that was measured.</param>
/// <param name="What">Model, precision and batch that were measured.</param>
/// <param name="OutputTokensPerSecond">Output tokens per second of the machine.</param>
/// <param name="InputPerOutput">Input tokens of each output token, as measured.</param>
/// <param name="UsdPerHour">The run's price of the machine.</param>
/// <param name="PriceSource">Where that price comes from.</param>
public sealed record MeasuredRate(string RunId, string Model, string What, double OutputTokensPerSecond, double InputPerOutput, double UsdPerHour, string PriceSource)
{
    /// <summary>That of the fastest valid decoder cell.</summary>
    /// <returns>Null where the run has none.</returns>
    public static MeasuredRate? Best(RunDocument run) => run.Cells
        .Where(cell => cell is { Metrics.OutputTokensPerSecond.Value: > 0, Validity.Verdict: Verdict.Valid, Cell.PromptTokens: not null, Cell.GeneratedTokens: > 0 })
        .MaxBy(cell => cell.Metrics!.OutputTokensPerSecond.Value) is not { } best
        ? null
        : new MeasuredRate(
            run.RunId,
            best.Cell.Model,
            $"{best.Cell.Model} in {best.Cell.Precision} on {best.Cell.Provider}, batch {ClaimFigure.Of(best.Cell.Batch)}",
            best.Metrics!.OutputTokensPerSecond.Value,
            (double)best.Cell.PromptTokens!.Value / best.Cell.GeneratedTokens!.Value,
            run.Price.UsdPerHour,
            run.Price.Source + (run.Price.Assumed ? " (assumed)" : ""));
}
