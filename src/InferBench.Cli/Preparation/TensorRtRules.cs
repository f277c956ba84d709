using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Preparation;

/// <summary>
/// What TensorRT cannot be asked for. An engine is built for a range of lengths, and ONNX Runtime builds it anew for every length outside
/// (tensorrt_execution_provider.cc): a cache that grows would cost an engine for each token.
/// </summary>
internal static class TensorRtRules
{
    private const string Range = "trt_profile_min_shapes";

    /// <summary>For models that are not built yet.</summary>
    /// <exception cref="BadInputException">A model's cache grows, and no range of lengths is given.</exception>
    public static void RequireLengths(Plan plan, IEnumerable<SyntheticModelSpec> specs, string source) =>
        RequireLengths(plan, specs.Where(spec => spec.Layout == ModelLayout.Optimum).Select(spec => $"{spec.ShapeName} {spec.Precision.Name}"), source);

    /// <inheritdoc cref="RequireLengths(Plan, IEnumerable{SyntheticModelSpec}, string)"/>
    public static void RequireLengths(Plan plan, IEnumerable<PreparedModel> models, string source) => RequireLengths(
        plan,
        models.Where(model => model is { IsDecoder: true, Shape: not null, Model: { Provider: ExecutionProviders.TensorRt, Layout: ModelFacts.Optimum } })
            .Select(model => $"{model.Model.Name} {model.Model.Precision}"),
        source);

    private static void RequireLengths(Plan plan, IEnumerable<string> growing, string source)
    {
        if (ProviderOptions.Has(plan.ProviderOptions, Range) || plan.Generated!.All(generated => generated == 1))
        {
            return;
        }

        List<string> problems =
        [
            .. growing.Distinct(StringComparer.Ordinal).Select(model =>
                $"{source}: {model} on {ExecutionProviders.TensorRt}: its cache grows with every token, and TensorRT builds an engine anew for each length; "
                + "take a model with GroupQueryAttention (synthetic ones have it in fp16, int8 and int4), or give the lengths of every input with "
                + $"--provider-option {Range}, trt_profile_opt_shapes and trt_profile_max_shapes"),
        ];
        if (problems.Count > 0)
        {
            throw BadInputException.Of(problems);
        }
    }
}
