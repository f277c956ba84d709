using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Quality;

namespace InferBench.Core.Runs;

/// <summary>The plan that measures a run again: as it was applied, so that a default which has changed since does not change what is measured.</summary>
public static class ReproducedPlan
{
    /// <param name="run">The run.</param>
    /// <param name="part">What of it to measure again: models where they lie here, and values of its sweep. Absent fields take all of it.</param>
    /// <returns>A plan to prepare like any other; quality is not scored again.</returns>
    /// <exception cref="BadInputException">The part names something that the run did not measure: one line for each.</exception>
    public static Plan Of(RunDocument run, Plan part)
    {
        var plan = run.Plan;
        var models = plan.Models ?? [];
        var problems = new List<string>();
        if (part.Models is { } here && here.Count != models.Count)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"--model: the run has {models.Count} models and {here.Count} are given; give each, in the order {string.Join(", ", models)}"));
        }

        var again = plan with
        {
            Models = part.Models ?? [.. models.Select(PersonalPaths.Show)],
            Precisions = Precisions(run, part.Precisions, problems),
            Batches = Part("--batch", plan.Batches, part.Batches, problems),
            Prompts = plan.PromptIds is null ? Part("--prompt", plan.Prompts, part.Prompts, problems) : null,
            Generated = Part("--gen", plan.Generated, part.Generated, problems),
            PromptText = plan.PromptText is { } text ? PersonalPaths.Show(text) : null,
            Launches = part.Launches ?? plan.Launches,
            Quality = new QualitySettings { Measure = QualitySettings.Off },
            UsdPerHour = run.Price.Assumed ? null : run.Price.UsdPerHour,
            PriceSource = run.Price.Assumed ? null : run.Price.Source,
        };
        return problems.Count == 0 ? again : throw BadInputException.Of([.. problems.Select(problem => $"{run.RunId}: {problem}")]);
    }

    /// <summary>A model file ran as it was where no precision was asked; to ask for one now would quantize it.</summary>
    private static IReadOnlyList<string>? Precisions(RunDocument run, IReadOnlyList<string>? part, List<string> problems)
    {
        var measured = run.PlanAsked.Precisions is null && run.Models.Any(model => !model.Synthetic) ? null : run.Plan.Precisions;
        if (part is null)
        {
            return measured;
        }

        // Short names do: int8 is the run's int8-dyn-chan.
        var known = measured ?? [];
        var unknown = part.Where(precision => !known.Any(one => Is(one, precision))).ToList();
        problems.AddRange(unknown.Select(precision => $"--precision: {precision} was not measured; {(known.Count == 0 ? "its models ran as they were" : $"it has {string.Join(", ", known)}")}"));
        return [.. known.Where(one => part.Any(precision => Is(one, precision)))];
    }

    private static bool Is(string measured, string asked) => measured == asked || measured.StartsWith(asked + "-", StringComparison.Ordinal);

    private static IReadOnlyList<int>? Part(string option, IReadOnlyList<int>? measured, IReadOnlyList<int>? part, List<string> problems)
    {
        problems.AddRange((part ?? []).Where(value => measured?.Contains(value) != true).Select(value =>
            string.Create(CultureInfo.InvariantCulture, $"{option}: {value} was not measured; it has {string.Join(", ", measured ?? [])}")));
        return part ?? measured;
    }
}
