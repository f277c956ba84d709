using InferBench.Cli.Commands;
using InferBench.Cli.Preparation;
using InferBench.Cli.Quality;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Models;
using InferBench.Models.Onnx;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Bundles;

/// <summary>The models of a bundle: synthetic ones are built and lie where runs look for them; others are named by their folder under <c>models</c>.</summary>
/// <param name="cache">Folder of synthetic models.</param>
/// <param name="building">Told which model is being built, and the share that is done.</param>
internal sealed class BundledModels(string cache, Action<string, double> building)
{
    private const string Folder = "models";

    private static readonly string[] Sidecars = [".json", ".txt", ".model"];

    /// <exception cref="BadInputException">A name is no model's.</exception>
    public IReadOnlyList<BundleFile> Files(IReadOnlyList<string> names, bool cuda, CancellationToken cancellation) =>
        [.. names.SelectMany(name => SyntheticName.Parse(name) is null ? Existing(name) : Synthetic(name, cuda, cancellation)).DistinctBy(file => file.Name)];

    private IEnumerable<BundleFile> Synthetic(string name, bool cuda, CancellationToken cancellation)
    {
        var parts = name.Split(':', 2);
        var plan = PlanRules.Apply(
            new Plan
            {
                Models = [parts[0]],
                Precisions = parts.Length > 1 ? [parts[1]] : null,
                Providers = [cuda ? ExecutionProviders.Cuda : ExecutionProviders.Cpu],
            },
            RunOptions.CommandLine);
        return new ModelPreparation(cache, building)
            .BuildSynthetic(plan, RunOptions.CommandLine, cancellation)
            .Select(model => Path.GetDirectoryName(model.Path)!)
            .SelectMany(folder => BundleFile.Below(folder, $"{Folder}/{Path.GetRelativePath(cache, folder)}"));
    }

    /// <summary>The model's file, the external data that it names, and the configuration and tokenizer files beside it.</summary>
    private static IReadOnlyList<BundleFile> Existing(string path)
    {
        try
        {
            var model = OnnxModelReader.Read(ModelFolder.Resolve(path));
            var beside = Path.GetDirectoryName(model.Path)!;
            var root = Path.GetFileName(beside) == "onnx" ? Path.GetDirectoryName(beside)! : beside;
            var name = $"{Folder}/{ModelName.Of(path).Replace('/', '-')}";
            string[] files =
            [
                model.Path,
                .. model.Tensors().Select(tensor => tensor.Data?.External).OfType<string>().Distinct().Select(location => Path.Combine(beside, location)),
                .. new[] { root, beside }.Distinct().SelectMany(Directory.EnumerateFiles).Where(file => Sidecars.Contains(Path.GetExtension(file), StringComparer.Ordinal)),
            ];
            return [.. files.Select(file => BundleFile.OnDisk($"{name}/{Path.GetRelativePath(root, file)}", file))];
        }
        catch (ModelException problem)
        {
            throw new BadInputException($"bundle --model: {problem.Message}", problem);
        }
    }
}
