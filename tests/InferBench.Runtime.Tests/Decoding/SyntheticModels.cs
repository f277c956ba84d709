using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Tests.Runtime.Decoding;

/// <summary>The tiny synthetic Llama in every form, built once for the tests that share it.</summary>
public sealed class SyntheticModels : IDisposable
{
    private readonly TempFolder _folder = new();

    public string Folder => _folder.Path;

    public string Build(ModelLayout layout, string precision) =>
        SyntheticModelBuilder.Build(SyntheticModelSpec.Preset("llama-tiny", WeightPrecision.Parse(precision), layout), _folder.Path).ModelPath;

    public void Dispose() => _folder.Dispose();
}
