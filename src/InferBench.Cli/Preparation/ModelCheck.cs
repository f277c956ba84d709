using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Models.Synthetic;

namespace InferBench.Cli.Preparation;

/// <summary>Finds what is wrong with a plan's models before any is built: a large one takes minutes and the disk.</summary>
internal static class ModelCheck
{
    /// <exception cref="BadInputException">One line for each problem.</exception>
    public static void RequireBuildable(Plan plan, string source)
    {
        Throw(plan.Models!.Where(name => !IsSynthetic(name) && !Path.Exists(name)).Select(name =>
            $"{source}: model '{name}' is neither a file or folder nor a synthetic model; those are {string.Join(", ", LlamaShapes.All.Keys)}"));

        var specs = plan.Models!.Where(IsSynthetic).SelectMany(name => plan.Providers!.SelectMany(provider => SyntheticSpecs.Of(plan, name, provider, source))).ToList();
        Throw(specs.SelectMany(spec => spec.Problems().Select(problem => $"{source}: {spec.ShapeName}: {problem}")));
        RequireContext(plan, specs.Select(spec => (spec.ShapeName, (int?)spec.Shape.Context)), source);
    }

    /// <exception cref="BadInputException">A prompt and what it generates are longer than a model's context.</exception>
    public static void RequireContext(Plan plan, IEnumerable<(string Name, int? Length)> contexts, string source) => Throw(
        from context in contexts
        from prompt in plan.Prompts!
        from generated in plan.Generated!
        where prompt + generated > context.Length
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{source}: prompt {prompt} and gen {generated} need {prompt + generated} tokens; {context.Name} has a context of {context.Length}"));

    private static bool IsSynthetic(string name) => LlamaShapes.All.ContainsKey(name);

    private static void Throw(IEnumerable<string> problems)
    {
        if (problems.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } found)
        {
            throw BadInputException.Of(found);
        }
    }
}
