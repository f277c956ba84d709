using System.Globalization;
using InferBench.Cli.Terminal;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Preparation;

/// <summary>Says before the first cell what will run, how long it may take, and whether it fits.</summary>
internal static class Preflight
{
    /// <summary>Starting a worker and loading its session; measured, and small against the cells.</summary>
    private static readonly TimeSpan WorkerStart = TimeSpan.FromSeconds(2);

    public static void Show(Screen screen, PreparedRun run, RunEnvironment environment, HourlyPrice price)
    {
        screen.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{Cells(run.Cells.Count())}, at most about {Words(LongestTime(run))}; {RunWords.Machine(environment, run.Plan.Providers!)}; ONNX Runtime {environment.OnnxRuntime}, {run.Plan.Threads} threads"));
        foreach (var shard in run.Shards.Where(shard => shard.Cells[0].Cell.Launch == 1))
        {
            screen.Line($"  {shard.Key}: {Describe(shard)}, {Need(shard, environment)}");
        }

        foreach (var model in run.LeftOut)
        {
            screen.Line($"  {model}: left out, {SyntheticSpecs.NotRunnable}");
        }

        if (run.Quality.Count > 0)
        {
            screen.Line("  quality: " + SafeText.Of(Scored(run)));
        }

        screen.Line(RunWords.PriceOrigin(price));
    }

    private static string Scored(PreparedRun run)
    {
        var models = run.Quality.Where(task => task.Reference is not null).Select(task => task.Model.Model.Precision);
        var references = run.Quality.Select(task => task.Reference?.Model).OfType<RunModel>().Select(model => $"{model.Name} {model.Precision}").Distinct();
        var on = run.Plan.Quality!.Text is { } text ? $" on {Path.GetFileName(text)}" : "";
        return models.Any() ? $"{string.Join(", ", models.Distinct())} against {string.Join(", ", references)}{on}" : $"each model alone{on}";
    }

    private static string Describe(PreparedShard shard)
    {
        var model = shard.Model.Model;
        var parameters = model.Parameters is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count / 1e6:0.#} M parameters, ") : "";
        var form = shard.OneShot?.Describe() ?? $"{model.Layout} layout";
        return $"{parameters}{Megabytes(model.Bytes)}, {form}{(model.Synthetic ? ", synthetic weights" : "")}";
    }

    private static string Need(PreparedShard shard, RunEnvironment environment)
    {
        var need = MemoryNeed.Of(shard);
        var there = environment.MemoryBytes is { } bytes ? $" of {Megabytes(bytes)}" : "";
        var warning = environment.MemoryBytes < need ? ": IT MAY NOT FIT" : "";
        return $"needs about {Megabytes(need)}{there}{warning}";
    }

    /// <summary>Every cell spends its budget at most, or its least operations where one of them is longer than that.</summary>
    private static TimeSpan LongestTime(PreparedRun run)
    {
        MeasureSettings measure = run.Plan.Measure!;
        var cell = measure.SecondsPerCell!.Value + measure.MaxWarmupSeconds!.Value;
        return (run.Shards.Count * WorkerStart) + (run.Cells.Count() * TimeSpan.FromSeconds(cell));
    }

    private static string Words(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min");

    private static string Cells(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "cell" : "cells")}");

    /// <summary>Models for tests are far below a megabyte; their size is not zero.</summary>
    private static string Megabytes(long bytes) => bytes < 10_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.##} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:#,0} MB");
}
