using InferBench.Core.Runs;

namespace InferBench.Reporting.Text;

/// <summary>A run's machine, price and origin in words, the same in every report.</summary>
public static class RunWords
{
    private const int MostRuns = 6;

    /// <summary>The processors that were used, such as "AMD EPYC 7B13, 2 cores" or "NVIDIA H200".</summary>
    public static string Machine(RunDocument run) => Machine(run.Environment, run.Cells.Select(cell => cell.Cell.Provider));

    /// <summary>The same for a run that has not begun.</summary>
    public static string Machine(RunEnvironment environment, IEnumerable<string> providers)
    {
        var processor = SafeText.Of(environment.CpuModel ?? $"{environment.Architecture} processor");
        var cores = $"{processor}, {Figures.Whole(environment.LogicalCores)} {(environment.LogicalCores == 1 ? "core" : "cores")}";
        var gpus = providers.Any(provider => provider != "cpu")
            ? environment.Gpus.GroupBy(gpu => gpu.Name, StringComparer.Ordinal)
                .Select(group => group.Count() == 1 ? SafeText.Of(group.Key) : $"{Figures.Whole(group.Count())} × {SafeText.Of(group.Key)}")
            : [];
        return string.Join(" · ", gpus.Append(cores));
    }

    /// <summary>The price with the word that makes an assumption visible: "$0.10 per hour (assumed)".</summary>
    public static string Price(HourlyPrice price) => $"{Figures.Price(price.UsdPerHour)} per hour{(price.Assumed ? " (assumed)" : "")}";

    /// <summary>Where the price comes from.</summary>
    public static string PriceOrigin(HourlyPrice price)
    {
        var asOf = (price.AsOf is { } day ? $", as of {Figures.Date(day)}" : "") + (price.CatalogVersion is { } version ? $" (price catalog {SafeText.Of(version)})" : "");
        return price.Assumed
            ? $"The price is an assumption, {Figures.Price(price.UsdPerHour)} per hour: {SafeText.Of(price.Source)}{asOf}."
            : $"Price: {Figures.Price(price.UsdPerHour)} per hour, {SafeText.Of(price.Source)}{asOf}.";
    }

    /// <summary>That nothing was measured again under this price; null for the measured run itself.</summary>
    public static string? Repriced(RunDocument run) => run.Repricing is not { } origin ? null
        : $"Repriced: the measurement is that of run {SafeText.Of(origin.OriginRunId)}, document digest {SafeText.Shortened(origin.OriginDigest, 64)}, at {Price(origin.OriginPrice)}; nothing was measured again.";

    /// <summary>What measured, and in which run.</summary>
    public static string Origin(RunDocument run)
    {
        var runtime = SafeText.Of(run.Environment.OnnxRuntime ?? "of unknown version");
        return $"InferBench {SafeText.Of(run.Tool.Version)} · ONNX Runtime {runtime} · run {SafeText.Of(run.RunId)}";
    }

    /// <summary>The machine of one run, or how many there are.</summary>
    internal static string Machines(IReadOnlyList<RunDocument> runs) => runs is [var only]
        ? Machine(only)
        : runs.Select(Machine).Distinct(StringComparer.Ordinal).ToList() is [var same] ? $"{Figures.Whole(runs.Count)} runs on {same}" : $"{Figures.Whole(runs.Count)} runs side by side";

    /// <summary>What stands after the machines where dollars are shown.</summary>
    internal static string Prices(IReadOnlyList<RunDocument> runs) => runs is [var only]
        ? $" at {Price(only.Price)}"
        : $", each at its own price{(runs.Any(run => run.Price.Assumed) ? " (some assumed)" : "")}";

    /// <summary>What measured, and in which runs.</summary>
    internal static string Origin(IReadOnlyList<RunDocument> runs) => runs is [var only]
        ? Origin(only)
        : $"InferBench · runs {string.Join(", ", runs.Take(MostRuns).Select(run => SafeText.Shortened(run.RunId, 60)))}"
            + (runs.Count > MostRuns ? $" and {Figures.Whole(runs.Count - MostRuns)} more" : "");
}
