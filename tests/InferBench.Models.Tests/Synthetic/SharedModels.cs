using System.Collections.Concurrent;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Tests.Synthetic;

/// <summary>Built models that several tests read; each is built once and all go with the fixture.</summary>
public sealed class SharedModels : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ConcurrentDictionary<SyntheticModelSpec, Lazy<BuiltModel>> _models = new();

    public BuiltModel this[SyntheticModelSpec spec] =>
        _models.GetOrAdd(spec, s => new Lazy<BuiltModel>(() => SyntheticModelBuilder.Build(s, _folder.Path))).Value;

    public static SyntheticModelSpec Spec(string shape, string precision, ModelLayout layout) =>
        SyntheticModelSpec.Preset(shape, WeightPrecision.Parse(precision), layout);

    public void Dispose() => _folder.Dispose();
}
