using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Models;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Preparation;

/// <summary>What to build for a plan's synthetic models.</summary>
internal static class SyntheticSpecs
{
    /// <summary>Why <see cref="Runs"/> says no.</summary>
    public const string NotRunnable = "ONNX Runtime's CPU provider has no bf16 operators";

    /// <summary>One for each precision of the plan, in its order.</summary>
    /// <exception cref="BadInputException">There is no such model or precision.</exception>
    public static IReadOnlyList<SyntheticModelSpec> Of(Plan plan, string name, string provider, string source) =>
    [
        .. (plan.Precisions ?? Plan.Defaults.Precisions!)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(asked => Spec(plan, name, ForProvider(asked, provider, source), provider)),
    ];

    /// <summary>Of those, the ones that the provider can run.</summary>
    public static IEnumerable<SyntheticModelSpec> Runnable(Plan plan, string name, string provider, string source) =>
        Of(plan, name, provider, source).Where(spec => Runs(spec.Precision, provider));

    /// <summary>Whether ONNX Runtime has the operators: for bf16 it has none on the CPU, and a session would not start.</summary>
    public static bool Runs(WeightPrecision precision, string provider) => provider != ExecutionProviders.Cpu || precision.Activations != ActivationType.Bf16;

    /// <summary>What a plan's product holds and a provider cannot run, named as cells name it.</summary>
    public static IEnumerable<string> LeftOut(Plan plan, string source) =>
        from name in plan.Models!
        where LlamaShapes.All.ContainsKey(name)
        from provider in plan.Providers!
        from spec in Of(plan, name, provider, source)
        where !Runs(spec.Precision, provider)
        select $"{name} {spec.Precision.Name} {provider}";

    private static SyntheticModelSpec Spec(Plan plan, string name, WeightPrecision precision, string provider)
    {
        var shape = SyntheticShapes.Apply(LlamaShapes.Named(name), plan.Shape);
        return new SyntheticModelSpec
        {
            ShapeName = name,
            Shape = shape,
            Precision = precision,
            Layout = Layout(plan.Layout!, precision, provider),
            Seed = unchecked((ulong)plan.Seed!.Value),
        };
    }

    /// <summary>GroupQueryAttention exists on CUDA only in 16 bits; with 32 bits it would fall back to the CPU.</summary>
    private static ModelLayout Layout(string asked, WeightPrecision precision, string provider) => asked switch
    {
        "genai" => ModelLayout.GenAi,
        "optimum" => ModelLayout.Optimum,
        _ => provider == ExecutionProviders.Cpu || precision.Activations != ActivationType.Fp32 ? ModelLayout.GenAi : ModelLayout.Optimum,
    };

    /// <summary>
    /// The short names mean what runs well on the provider: on CUDA, integers are weights only, with 16-bit activations;
    /// dynamic int8 would run on the CPU there.
    /// </summary>
    private static WeightPrecision ForProvider(string asked, string provider, string source)
    {
        var name = provider == ExecutionProviders.Cpu ? asked : asked.Trim().ToLowerInvariant() switch
        {
            "int8" => "int8-a16",
            "int4" => "int4-a16",
            var other => other,
        };
        try
        {
            return WeightPrecision.Parse(name);
        }
        catch (ModelException problem)
        {
            throw new BadInputException($"{source}: {problem.Message}", problem);
        }
    }
}
