using InferBench.Core.Errors;
using InferBench.Core.Runs;

namespace InferBench.Cli.Comparing;

/// <summary>A run is reproduced with the very models that it was published with, or not at all.</summary>
internal static class PublishedModels
{
    /// <exception cref="BadInputException">A model of the published run is not here: one line for each.</exception>
    public static void RequireHere(RunDocument run, IReadOnlyList<string> models, Predicate<string> isSynthetic)
    {
        var published = run.Plan.Models ?? [];
        var problems = models.Zip(published)
            .Where(model => !isSynthetic(model.First) && !Path.Exists(model.First))
            .Select(model => $"{run.RunId}: model '{model.Second}' is not here (sha256 {string.Join(", ", run.Models.Select(one => one.Sha256).Distinct(StringComparer.Ordinal))}); say where it lies with --model")
            .ToList();
        if (problems.Count > 0)
        {
            throw BadInputException.Of(problems);
        }
    }

    /// <exception cref="BadInputException">A model that would run is not the published one: one line for each.</exception>
    public static void RequireSame(RunDocument run, IEnumerable<RunModel> prepared)
    {
        var published = run.Models.ToLookup(model => (model.Name, model.Precision, model.Provider));
        var problems = prepared.Distinct()
            .Select(model => (Here: model, There: published[(model.Name, model.Precision, model.Provider)].FirstOrDefault()))
            .Where(pair => pair.There?.Sha256 != pair.Here.Sha256)
            .Select(pair => $"{run.RunId}: {pair.Here.Name} {pair.Here.Precision} {pair.Here.Provider}: {Words(run, pair.Here, pair.There)}")
            .ToList();
        if (problems.Count > 0)
        {
            throw BadInputException.Of(problems);
        }
    }

    private static string Words(RunDocument run, RunModel here, RunModel? there) =>
        there is not null ? $"is another model here: sha256 {here.Sha256} instead of {there.Sha256}"
        : run.Models.FirstOrDefault(model => model.Sha256 == here.Sha256) is { } same ? $"the published run calls this model {same.Name} {same.Precision}; give its folder that name"
        : "the published run has no such model";
}
