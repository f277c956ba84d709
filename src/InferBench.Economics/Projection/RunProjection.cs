using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Validity;

namespace InferBench.Economics.Projection;

/// <summary>
/// The roofline (Williams, Waterman, Patterson, CACM 52(4), 2009) with the share of it that a run reached: a decode step takes the longer of
/// <c>bytes / (bandwidth · MBU)</c> and <c>operations / (rate · MFU)</c>, a prefill <c>operations / (rate · MFU)</c>. MBU is of the largest batch up to the cell's own that memory
/// binds here: beyond it a step waits for matrix products, and its MBU says nothing of the memory. MFU is of the cell's prefill.
/// </summary>
public static class RunProjection
{
    private const double NanosecondsPerSecond = 1e9;
    private const double RuntimeShare = Memory.RuntimeOverhead.AssumedShare;

    private static readonly string[] Assumptions =
    [
        "PROJECTED, not measured: every figure for the target is computed",
        "the target reaches the same share of its bandwidth (MBU) and of its matrix rate (MFU) as was measured here",
        "weights are read once a step for the whole batch, each sequence's cache at its mean length; attention's own products, launches and transfers are left out",
        "one device; the same weight format and file; 4-bit weights and 8-bit weights in blocks are multiplied in 16 bits on a GPU, and fp32 has no rate in the catalog",
    ];

    /// <param name="run">A run with ceilings.</param>
    /// <param name="target">The machine to project to.</param>
    /// <param name="check">A run that was measured on it; null for none.</param>
    /// <param name="allowSuspect">Whether cells whose validity is in doubt are projected and compared too; they are marked.</param>
    /// <exception cref="BadInputException">The run has no ceilings.</exception>
    public static ProjectionAnswer Project(RunDocument run, ProjectionTarget target, RunDocument? check, bool allowSuspect = false)
    {
        if (run.Ceilings is not { Count: > 0 })
        {
            throw new BadInputException($"{run.RunId}: has no ceilings, so that the share of the machine it uses is not known; measure it again with `inferbench run --ceilings`");
        }

        var (projected, skipped) = (new List<ProjectedCell>(), new List<SkippedCell>());
        foreach (var cell in run.Cells.Where(cell => cell.Cell.Launch == 1))
        {
            if (Obstacle(cell, allowSuspect) is { } reason)
            {
                skipped.Add(new(cell.Cell, reason));
            }
            else
            {
                projected.Add(Project(run, cell, target, allowSuspect));
            }
        }

        var compared = check is null ? null : Compare(projected, check, allowSuspect);
        return new ProjectionAnswer(
            target,
            projected,
            skipped,
            compared,
            ProjectionError.Of((compared ?? []).Select(cell => cell.TpotError)),
            ProjectionError.Of((compared ?? []).Select(cell => cell.TtftError).OfType<double>()),
            [.. Assumptions, .. run.Ceilings.Select(one => one.Doubt).OfType<string>().Distinct().Select(doubt => $"the ceilings of {run.RunId} are in doubt, and with them MBU and MFU, which are too high where a ceiling is too low: {doubt}")]);
    }

    private static string? Obstacle(RunCell cell, bool allowSuspect) => cell switch
    {
        { Cell.IsOneShot: true } => "one-shot models have no decode step to project",
        { IsUsable: false } or { Metrics: null } => "it has no figures",
        _ when IsSuspect(cell) && !allowSuspect => cell.Validity?.Reasons is [var reason, ..] ? $"suspect: {reason}" : "suspect",
        { Metrics.TpotNs: null } => "it generated a single token",
        { Efficiency.DecodeBandwidthUse: null } or { Efficiency: null } => "its MBU is not known: ceilings of its provider and threads, or its model's cache, are missing",
        _ => null,
    };

    private static ProjectedCell Project(RunDocument run, RunCell cell, ProjectionTarget target, bool allowSuspect)
    {
        var efficiency = cell.Efficiency!;
        var reference = MemoryBound(run, cell, allowSuspect) ?? cell;
        var bandwidthUse = reference.Efficiency!.DecodeBandwidthUse!.Value;
        var computeUse = efficiency.PrefillComputeUse?.Value;
        var rate = target.MatMul(cell.Cell.Precision) * computeUse;
        var memory = efficiency.DecodeBytesPerStep!.Value / (target.BandwidthBytesPerSecond * bandwidthUse) * NanosecondsPerSecond;
        var products = StepOperations(cell) / rate * NanosecondsPerSecond;
        var tpot = Math.Max(memory, products ?? 0);
        var ttft = efficiency.PrefillOperations / rate * NanosecondsPerSecond;
        var generated = cell.Cell.GeneratedTokens!.Value;
        return new ProjectedCell(
            cell.Cell,
            cell.Metrics!.TpotNs!.Mean.Value,
            cell.Metrics.TtftNs.Mean.Value,
            bandwidthUse,
            reference.Cell.Batch,
            computeUse,
            tpot,
            products is { } time ? time > memory : null,
            ttft,
            ttft is { } first ? cell.Cell.Batch * generated / ((first + ((generated - 1) * tpot)) / NanosecondsPerSecond) : null,
            Fits(run, cell, target),
            IsSuspect(cell));
    }

    /// <summary>A cell that nobody judged is not known to be valid.</summary>
    private static bool IsSuspect(RunCell cell) => cell.Validity?.Verdict != Verdict.Valid;

    /// <summary>The largest batch of the same curve, up to the cell's own, whose step memory takes longer for than matrix products, by the ceilings; null where there is none.</summary>
    private static RunCell? MemoryBound(RunDocument run, RunCell cell, bool allowSuspect) => run.Cells
        .Where(other => other.Cell with { Batch = cell.Cell.Batch } == cell.Cell && other.Cell.Batch <= cell.Cell.Batch && Obstacle(other, allowSuspect) is null && IsMemoryBound(other))
        .MaxBy(other => other.Cell.Batch);

    private static bool IsMemoryBound(RunCell cell) => cell.Efficiency is { DecodeBytesPerStep: { } bytes, BandwidthBytesPerSecond: { } bandwidth } efficiency
        && !(StepOperations(cell) / efficiency.MatMulOperationsPerSecond > bytes / bandwidth);

    /// <summary>A prefill multiplies every prompt token, a decode step one token of each sequence.</summary>
    private static double? StepOperations(RunCell cell) => cell.Efficiency?.PrefillOperations / cell.Cell.PromptTokens;

    private static bool? Fits(RunDocument run, RunCell cell, ProjectionTarget target)
    {
        var model = run.Models.FirstOrDefault(one => one.Key == cell.Cell.ModelKey);
        return model?.Bytes + cell.Measurement?.KvCacheBytes is { } need && target.MemoryBytes is { } memory ? need <= memory * (1 - RuntimeShare) : null;
    }

    /// <exception cref="BadInputException">No cell was measured in both runs.</exception>
    private static List<CheckedCell> Compare(List<ProjectedCell> projected, RunDocument check, bool allowSuspect)
    {
        var there = check.Cells
            .Where(cell => cell.Cell.Launch == 1 && !cell.Cell.IsOneShot && cell.IsUsable && (allowSuspect || !IsSuspect(cell)) && cell.Metrics?.TpotNs is not null)
            .ToLookup(cell => Shape(cell.Cell));
        var compared = projected
            .SelectMany(cell => there[Shape(cell.Cell)].Take(1).Select(other => new CheckedCell(other.Cell, cell, other.Metrics!.TpotNs!.Mean.Value, other.Metrics.TtftNs.Mean.Value, cell.Suspect || IsSuspect(other))))
            .ToList();
        return compared.Count > 0 ? compared : throw new BadInputException(string.Create(
            CultureInfo.InvariantCulture, $"{check.RunId}: has no valid cell of the same model, precision, batch and lengths as the {projected.Count} that were projected; measure those there"));
    }

    /// <summary>The work, whatever machine does it.</summary>
    private static (string, string, int, int?, int?) Shape(Cell cell) => (cell.Model, cell.Precision, cell.Batch, cell.PromptTokens, cell.GeneratedTokens);
}
