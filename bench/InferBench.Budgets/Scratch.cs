using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Budgets;

/// <summary>A temporary folder with the synthetic models that the budgets need; gone afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inferbench-budgets-");

    /// <summary>Where models are built and found.</summary>
    public string Models => Path.Combine(_folder.FullName, "models");

    /// <summary>Room on the file system of this folder, in bytes.</summary>
    public long FreeBytes => new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(_folder.FullName)! : _folder.FullName).AvailableFreeSpace;

    /// <summary>A path in this folder that nothing has used yet.</summary>
    public string NewPath(string extension) => Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N") + extension);

    /// <summary>Path of a preset's ONNX file.</summary>
    public string Preset(string name, WeightPrecision precision, ModelLayout layout = ModelLayout.GenAi) =>
        SyntheticModelBuilder.Build(SyntheticModelSpec.Preset(name, precision, layout), Models).ModelPath;

    /// <summary>The smallest decoder there can be: what it takes is what any step takes.</summary>
    public string NullDecoder() => SyntheticModelBuilder.Build(
        new SyntheticModelSpec
        {
            ShapeName = "null-decoder",
            Shape = new LlamaShape { Layers = 1, Hidden = 16, Heads = 1, KvHeads = 1, HeadDim = 16, Ffn = 16, Vocab = 16, Context = 256, Tied = true },
        },
        Models).ModelPath;

    public void Dispose() => _folder.Delete(recursive: true);
}
