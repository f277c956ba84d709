using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Preparation;

/// <summary>Finds what is wrong with a plan's models before any is built: a large one takes minutes and the disk.</summary>
internal static class ModelCheck
{
    /// <exception cref="BadInputException">One line for each problem.</exception>
    public static void RequireBuildable(Plan plan, string source)
    {
        Throw(plan.Models!.Where(name => !IsSynthetic(name) && !Path.Exists(name)).Select(name =>
            $"{source}: model '{name}' is neither a file or folder nor a synthetic model; those are {string.Join(", ", LlamaShapes.All.Keys)}"));

        RequireTexts(plan, source);
        if (plan is { Inputs.Count: > 0 } or { Dims.Count: > 0 } && plan.Models!.FirstOrDefault(IsSynthetic) is { } decoder)
        {
            throw new BadInputException($"{source}: inputs and dims are for one-shot models; '{decoder}' is a decoder, which --prompt and --gen are for");
        }

        var specs = plan.Models!.Where(IsSynthetic).SelectMany(name => plan.Providers!.SelectMany(provider => SyntheticSpecs.Of(plan, name, provider, source))).ToList();
        Throw([.. Problems(specs, source), .. RunNowhere(plan, specs, source)]);
        RequireContext(plan, specs.Select(spec => (spec.ShapeName, (int?)spec.Shape.Context)), source);
        RequireKnownIds(plan, specs.Select(spec => (spec.ShapeName, (long?)spec.Shape.Vocab)), source);
        if (plan.Providers!.Contains(ExecutionProviders.TensorRt))
        {
            TensorRtRules.RequireLengths(plan, plan.Models!.Where(IsSynthetic).SelectMany(name => SyntheticSpecs.Of(plan, name, ExecutionProviders.TensorRt, source)), source);
        }
    }

    /// <exception cref="BadInputException">A model cannot be built; one line for each problem.</exception>
    public static void RequireSound(IEnumerable<SyntheticModelSpec> specs, string source) => Throw(Problems(specs, source));

    private static IEnumerable<string> Problems(IEnumerable<SyntheticModelSpec> specs, string source) =>
        specs.SelectMany(spec => spec.Problems().Select(problem => $"{source}: {spec.ShapeName}: {problem}"));

    /// <summary>A precision that only some of the providers can run is left out with the others; one that none can is a mistake.</summary>
    private static IEnumerable<string> RunNowhere(Plan plan, IEnumerable<SyntheticModelSpec> specs, string source) =>
        from spec in specs
        where !plan.Providers!.Any(provider => SyntheticSpecs.Runs(spec.Precision, provider))
        select $"{source}: precision {spec.Precision.Name} on {string.Join(", ", plan.Providers!)}: {SyntheticSpecs.NotRunnable}; run it on {ExecutionProviders.Cuda}, or leave it out";

    /// <exception cref="BadInputException">A text is missing, or a model has no tokenizer to read it with.</exception>
    private static void RequireTexts(Plan plan, string source)
    {
        var texts = new (string Name, string? Path, string Instead)[]
        {
            ("prompt text", plan.PromptText, "its prompts are seeded random ids"),
            ("quality text", plan.Quality?.Text, "without one the reference's own sampled text is scored"),
        };
        Throw(texts.Where(text => text.Path is not null && !File.Exists(text.Path)).Select(text => $"{source}: {text.Name} {text.Path}: there is no such file"));
        Throw(
            from text in texts
            where text.Path is not null
            from name in plan.Models!.Where(IsSynthetic)
            select $"{source}: {name} is synthetic and has no tokenizer to read a {text.Name} with; {text.Instead}");
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

    /// <exception cref="BadInputException">Two models would stand under one name in every table.</exception>
    public static void RequireDistinctNames(IEnumerable<PreparedModel> models, string source) => Throw(
        from model in models
        group model by (model.Model.Name, model.Model.Precision, model.Model.Provider) into same
        where same.Count() > 1
        select $"{source}: {same.Count()} models are called '{same.Key.Name}' and have {same.Key.Precision} weights; rename a folder, or measure them in runs of their own");

    /// <exception cref="BadInputException">The given prompt has an id outside a model's vocabulary.</exception>
    public static void RequireKnownIds(Plan plan, IEnumerable<(string Name, long? Size)> vocabularies, string source) => Throw(
        from vocabulary in vocabularies
        from id in plan.PromptIds ?? []
        where id >= vocabulary.Size
        select string.Create(CultureInfo.InvariantCulture, $"{source}: prompt id {id}: {vocabulary.Name} knows ids 0 to {vocabulary.Size - 1}"));

    private static bool IsSynthetic(string name) => LlamaShapes.All.ContainsKey(name);

    private static void Throw(IEnumerable<string> problems)
    {
        if (problems.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } found)
        {
            throw BadInputException.Of(found);
        }
    }
}
