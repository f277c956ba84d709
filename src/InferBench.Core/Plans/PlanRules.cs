using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Quality;

namespace InferBench.Core.Plans;

/// <summary>What every plan must satisfy before anything is loaded; all problems are reported together.</summary>
public static class PlanRules
{
    private const int MaximumCells = 10_000;

    /// <summary>The plan with absent fields filled, checked.</summary>
    /// <param name="asked">The plan as the person gave it.</param>
    /// <param name="source">What to name in messages: a file, or the command line.</param>
    /// <exception cref="BadInputException">One line for each problem.</exception>
    public static Plan Apply(Plan asked, string source)
    {
        var defaults = Plan.Defaults;
        var plan = asked with
        {
            SchemaVersion = Plan.CurrentSchemaVersion,
            Models = asked.Models ?? defaults.Models,
            Layout = asked.Layout ?? defaults.Layout,
            Providers = asked.Providers ?? defaults.Providers,
            Batches = asked.Batches ?? defaults.Batches,
            Prompts = asked.PromptIds is { } ids ? [ids.Count] : asked.Prompts ?? defaults.Prompts,
            Generated = asked.Generated ?? defaults.Generated,
            Threads = asked.Threads ?? Environment.ProcessorCount,
            Launches = asked.Launches ?? defaults.Launches,
            Seed = asked.Seed ?? defaults.Seed,
            Selection = asked.Selection ?? defaults.Selection,
            CudaGraph = asked.CudaGraph ?? defaults.CudaGraph,
            Measure = (asked.Measure ?? Samples.MeasureSettings.Defaults).Or(Samples.MeasureSettings.Defaults),
            Quality = (asked.Quality ?? QualitySettings.Defaults).Or(QualitySettings.Defaults),
        };

        var problems = Problems(asked, plan).Select(problem => $"{source}: {problem}").ToList();
        return problems.Count == 0 ? plan : throw BadInputException.Of(problems);
    }

    private static IEnumerable<string> Problems(Plan asked, Plan plan)
    {
        var measure = plan.Measure!;
        return
        [
            .. NotEmpty("models", plan.Models!),
            .. NotEmpty("providers", plan.Providers!),
            .. NotEmpty("precisions", plan.Precisions ?? Plan.Defaults.Precisions!),
            .. Each("batch", plan.Batches!, 1, 65_536),
            .. Each("prompt", plan.Prompts!, 1, 10_000_000),
            .. Each("gen", plan.Generated!, 1, 10_000_000),
            .. Each("launches", [plan.Launches!.Value], 1, 100),
            .. Each("threads", [plan.Threads!.Value], 1, 1024),
            .. Within("measure.targetInterval", measure.TargetInterval!.Value, 0.0001, 1),
            .. Within("measure.secondsPerCell", measure.SecondsPerCell!.Value, 0.01, 86_400),
            .. Within("measure.maxWarmupSeconds", measure.MaxWarmupSeconds!.Value, 0, 86_400),
            .. Within("measure.cellTimeoutSeconds", measure.CellTimeoutSeconds ?? 1, 0.1, 864_000),
            .. Each("measure.minOperations", [measure.MinOperations!.Value], 1, 1_000_000),
            .. Each("measure.maxOperations", [measure.MaxOperations!.Value], 1, 1_000_000),
            .. Each("measure.minWarmup", [measure.MinWarmup!.Value], 0, 1_000_000),
            .. Check(measure.MaxOperations >= measure.MinOperations, "measure.maxOperations must not be below measure.minOperations"),
            .. Check(plan.UsdPerHour is not { } usd || (double.IsFinite(usd) && usd > 0), "usdPerHour must be a price above 0 US dollars per hour"),
            .. Check(asked.PriceSource is null || asked.UsdPerHour is not null, "priceSource belongs to a usdPerHour, which is absent"),
            .. Check(asked.PromptIds is null || asked.Prompts is null, "prompts and promptIds exclude each other"),
            .. Check(asked.PromptIds is null || asked.PromptText is null, "promptText and promptIds exclude each other"),
            .. Check(
                plan.Quality!.Measure is QualitySettings.Auto or QualitySettings.On or QualitySettings.Off,
                $"quality '{plan.Quality.Measure}' is not known; use auto, on or off"),
            .. Check(
                plan.Quality.Measure != QualitySettings.Off || plan.Quality is { Text: null, Reference: null, MaxTokens: null },
                "quality is off, and a text, a reference or a number of tokens is given for it"),
            .. Each("quality.maxTokens", [plan.Quality.MaxTokens ?? 1], 1, int.MaxValue),
            .. Each("inputs", asked.Inputs),
            .. Each("dims", asked.Dims),
            .. Check(asked.PromptIds is null || asked.PromptIds.All(id => id >= 0), "promptIds must not be negative"),
            .. Check(plan.Layout is "auto" or "genai" or "optimum", $"layout '{plan.Layout}' is not known; use auto, genai or optimum"),
            .. Check(
                TokenSelection.All.Contains(plan.Selection, StringComparer.Ordinal), $"selection '{plan.Selection}' is not known; use {string.Join(", ", TokenSelection.All)}"),
            .. Check(CudaGraph.All.Contains(plan.CudaGraph, StringComparer.Ordinal), $"cudaGraph '{plan.CudaGraph}' is not known; use {string.Join(", ", CudaGraph.All)}"),
            .. Check(plan.CudaGraph != CudaGraph.On || plan.Providers!.Contains(ProviderDevice.Cuda, StringComparer.Ordinal), $"cudaGraph is on, and none of the providers is {ProviderDevice.Cuda}"),
            .. Check(CellCount(plan) <= MaximumCells, string.Create(CultureInfo.InvariantCulture, $"the plan has {CellCount(plan)} cells; {MaximumCells} is the most")),
        ];
    }

    private static long CellCount(Plan plan) =>
        (long)plan.Models!.Count * (plan.Precisions ?? Plan.Defaults.Precisions!).Count * plan.Providers!.Count * plan.Batches!.Count * plan.Prompts!.Count
        * plan.Generated!.Count * plan.Launches!.Value;

    private static IEnumerable<string> NotEmpty(string field, IReadOnlyList<string> values) =>
        Check(values.Count > 0 && values.All(value => value.Length > 0), $"{field} needs at least one name, and no empty one");

    private static IEnumerable<string> Each(string field, IReadOnlyList<string>? texts) =>
        Check(texts is null || texts.All(text => text.Contains('=', StringComparison.Ordinal)), $"{field} are written NAME=...");

    private static IEnumerable<string> Each(string field, IReadOnlyList<int> values, int least, int most)
    {
        if (values.Count == 0)
        {
            return [$"{field} needs at least one value"];
        }

        return values
            .Where(value => value < least || value > most)
            .Select(value => string.Create(CultureInfo.InvariantCulture, $"{field} is {value}; it must be from {least} to {most}"));
    }

    private static IEnumerable<string> Within(string field, double value, double least, double most) =>
        Check(value >= least && value <= most, string.Create(CultureInfo.InvariantCulture, $"{field} is {value}; it must be from {least} to {most}"));

    private static IEnumerable<string> Check(bool holds, string problem) => holds ? [] : [problem];
}
