using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Models;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Preparation;

/// <summary>Makes a plan's synthetic models, finds its model files, and identifies both by content.</summary>
/// <param name="cache">Folder of synthetic models.</param>
/// <param name="building">Told which model is being built, and the share that is done.</param>
internal sealed class ModelPreparation(string cache, Action<string, double> building)
{
    public IReadOnlyList<PreparedModel> Prepare(Plan plan, string source, CancellationToken cancellation) =>
    [
        .. from name in plan.Models!
           from provider in plan.Providers!
           from model in LlamaShapes.All.ContainsKey(name) ? Synthetic(SyntheticSpecs.Runnable(plan, name, provider, source), provider, cancellation) : Existing(plan, name, provider, source, cancellation)
           select model,
    ];

    /// <summary>Synthetic models only: what <c>models build</c> makes, whether or not it can run here.</summary>
    /// <exception cref="BadInputException">A name is not a synthetic model's, or one of them cannot be built; then none is.</exception>
    public IEnumerable<PreparedModel> BuildSynthetic(Plan plan, string source, CancellationToken cancellation)
    {
        var wanted = plan.Providers!.SelectMany(provider => plan.Models!.SelectMany(name => SyntheticSpecs.Of(plan, name, provider, source)), (provider, spec) => (provider, spec)).ToList();
        ModelCheck.RequireSound(wanted.Select(one => one.spec), source);
        return wanted.SelectMany(one => Synthetic([one.spec], one.provider, cancellation));
    }

    private IEnumerable<PreparedModel> Synthetic(IEnumerable<SyntheticModelSpec> specs, string provider, CancellationToken cancellation)
    {
        foreach (var spec in specs)
        {
            var built = SyntheticModelBuilder.Build(
                spec, cache, new ImmediateProgress(share => building($"{spec.ShapeName} {spec.Precision.Name}", share)), cancellation);
            var described = Describe(built.ModelPath, spec.ShapeName, spec.Precision.Name, provider, synthetic: true, cancellation);

            // A tied head that is quantized is stored beside the table it is tied to, but it is no second set of parameters.
            yield return described with { Model = described.Model with { Parameters = spec.Shape.Parameters } };
        }
    }

    /// <summary>A model file as it is, and an fp32 one quantized to whatever else is asked for.</summary>
    private IEnumerable<PreparedModel> Existing(Plan plan, string path, string provider, string source, CancellationToken cancellation)
    {
        if (plan.Shape is not null)
        {
            throw new BadInputException($"{source}: dimensions can be changed for synthetic models only; '{path}' has its own");
        }

        var file = ModelFolder.Resolve(path);
        var prepared = Describe(file, ModelName.Of(path), null, provider, synthetic: false, cancellation);
        if (plan.Precisions is not { } asked)
        {
            return [prepared];
        }

        var own = asked.Where(precision => prepared.Model.Precision.StartsWith(precision, StringComparison.OrdinalIgnoreCase)).ToList();
        if (prepared.Model.Precision != WeightPrecision.Fp32.Name)
        {
            return own.Count > 0 ? [prepared] : throw new BadInputException(
                $"{source}: precision {string.Join(",", asked)}: '{path}' has {prepared.Model.Precision} weights; leave precision out to run it as it is");
        }

        return
        [
            .. asked.Distinct(StringComparer.OrdinalIgnoreCase).Select(precision =>
                own.Contains(precision) ? prepared : Quantized(prepared, ModelName.Of(path), precision, provider, source, cancellation)),
        ];
    }

    private PreparedModel Quantized(PreparedModel from, string name, string precision, string provider, string source, CancellationToken cancellation)
    {
        var scheme = QuantizedModels.Scheme(precision, provider, source);
        var file = QuantizedModels.Make(from, scheme, cache, share => building($"{name} {scheme.Name}", share), cancellation);
        var described = Describe(file, name, scheme.Name, provider, synthetic: false, cancellation);
        return described with
        {
            Model = described.Model with { Parameters = from.Model.Parameters, QuantizedFrom = from.Model.Sha256 },
            TestDataFolder = Path.GetDirectoryName(from.Path),
        };
    }

    private static PreparedModel Describe(string file, string name, string? precision, string provider, bool synthetic, CancellationToken cancellation)
    {
        var facts = ModelFacts.Read(file, cancellation);
        var identity = facts.Identity;
        var model = new RunModel(
            name,
            precision ?? identity.WeightPrecision ?? Cell.NoWeights,
            provider,
            Path.GetFileName(file),
            identity.Sha256,
            identity.TotalBytes,
            identity.Parameters,
            facts.HasCache ? identity.DecodeStepWeightBytes : null,
            facts.HasCache ? facts.Layout : null,
            facts.ContextLength,
            synthetic,
            KvBytesPerToken: facts.Shape?.KvBytesPerToken,
            MultipliedParameters: identity.MultipliedParameters);
        return new PreparedModel(model, Path.GetFullPath(file), facts.Shape, facts.HasCache);
    }
}
